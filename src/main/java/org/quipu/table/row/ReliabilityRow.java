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
    @Column(en = "items of the scale that vary", es = "ítems de la escala que varían") int items,
    long n,
    Double estimate,
    @Column(
            en =
                "lower end of the interval: Feldt's of alpha and kr20, Fisher's of split_half; NULL of alpha_std, for which none is in common use",
            es =
                "extremo inferior del intervalo: de Feldt para alpha y kr20, de Fisher para split_half; NULL para alpha_std, que no tiene uno de uso común")
        Double confLow,
    Double confHigh,
    String state,
    String reason,
    String reasonEs) {}
