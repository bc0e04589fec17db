package org.quipu.table.row;

import org.quipu.table.Column;

/** One input file of a run, with its row account: read = accepted + quarantined + duplicates. */
public record InputRow(
    String source,
    @Column(en = "path of the file", es = "ruta del archivo") String path,
    @Column(
            en = "file format, e.g. csv or parquet",
            es = "formato del archivo, p. ej. csv o parquet")
        String format,
    @Column(
            en = "dialect of the columns, e.g. renipress",
            es = "dialecto de las columnas, p. ej. renipress")
        String dialect,
    @Column(en = "character encoding that was used", es = "codificación de caracteres utilizada")
        String encoding,
    @Column(en = "size of the file in bytes", es = "tamaño del archivo en bytes") Long bytes,
    @Column(en = "SHA-256 of the file", es = "SHA-256 del archivo") String sha256,
    @Column(
            en = "rows read; equals accepted + quarantined + duplicates",
            es = "filas leídas; igual a aceptadas + en cuarentena + duplicadas")
        long rowsRead,
    @Column(en = "rows accepted", es = "filas aceptadas") long accepted,
    @Column(en = "rows put in quarantine", es = "filas en cuarentena") long quarantined,
    @Column(en = "rows that repeat an accepted row", es = "filas que repiten una fila aceptada")
        long duplicates) {}
