package org.quipu.table.row;

import org.quipu.table.Column;

/** How consistently the items of one scale measure, in one unit. */
public record ReliabilityRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String scale,
    @Column(en = "alpha, alpha_std, split_half or kr20", es = "alpha, alpha_std, split_half o kr20")
        String method,
    @Column(en = "items of the scale", es = "ítems de la escala") int items,
    long n,
    Double estimate,
    Double confLow,
    Double confHigh,
    String state,
    String reason,
    String reasonEs) {}
