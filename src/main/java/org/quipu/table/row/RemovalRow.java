package org.quipu.table.row;

import org.quipu.table.Column;

/** One answer or score that cleaning removed. Holds raw text: restricted. */
public record RemovalRow(
    String study,
    @Column(en = "the cleaning rule", es = "la regla de limpieza") String rule,
    String source,
    @Column(en = "file the value stands in", es = "archivo en que está el valor") String file,
    @Column(
            en = "line of the file, the header being line 1",
            es = "línea del archivo; el encabezado es la línea 1")
        Long line,
    String variable,
    @Column(en = "the value as it was read", es = "el valor tal como se leyó") String value,
    @Column(en = "what is allowed", es = "lo permitido") String allowed,
    String reasonEs,
    String reasonEn) {}
