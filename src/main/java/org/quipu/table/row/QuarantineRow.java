package org.quipu.table.row;

import org.quipu.table.Column;

/** One row that no study uses, with the rule that it breaks. Holds raw text: restricted. */
public record QuarantineRow(
    String source,
    @Column(en = "file the row stands in", es = "archivo en que está la fila") String file,
    @Column(
            en = "line of the file, the header being line 1",
            es = "línea del archivo; el encabezado es la línea 1")
        Long line,
    @Column(en = "the row as it was read", es = "la fila tal como se leyó") String raw,
    @Column(en = "the rule that the row breaks", es = "la regla que la fila incumple") String rule,
    String reasonEs,
    String reasonEn) {}
