package org.quipu.table.row;

import org.quipu.table.Column;

/** One practice compared between the higher (1) and lower (2) performing DIRESAs. */
public record PracticeComparisonRow(
    String questionId,
    String optionId,
    String function,
    String classification,
    @Column(en = "DIRESAs that use the practice", es = "DIRESAs que usan la práctica") long usedAll,
    @Column(en = "DIRESAs that answered", es = "DIRESAs que respondieron") long nAll,
    @Column(
            name = "used_1",
            en = "DIRESAs of group 1 that use the practice",
            es = "DIRESAs del grupo 1 que usan la práctica")
        long used1,
    @Column(
            name = "n_1",
            en = "DIRESAs of group 1 that answered",
            es = "DIRESAs del grupo 1 que respondieron")
        long n1,
    @Column(
            name = "used_2",
            en = "DIRESAs of group 2 that use the practice",
            es = "DIRESAs del grupo 2 que usan la práctica")
        long used2,
    @Column(
            name = "n_2",
            en = "DIRESAs of group 2 that answered",
            es = "DIRESAs del grupo 2 que respondieron")
        long n2,
    @Column(
            en = "percent of group 1 less percent of group 2, in percentage points",
            es = "porcentaje del grupo 1 menos el del grupo 2, en puntos porcentuales")
        Double difference,
    @Column(
            en = "whether more than half of all DIRESAs use the practice",
            es = "si más de la mitad de las DIRESAs usa la práctica")
        Boolean majority,
    @Column(
            name = "more_frequent_in_1",
            en = "whether group 1 exceeds group 2 by the configured margin",
            es = "si el grupo 1 supera al grupo 2 por el margen configurado")
        Boolean moreFrequentIn1,
    @Column(
            en = "two-sided p of Fisher's exact test",
            es = "p bilateral de la prueba exacta de Fisher")
        Double fisherP,
    @Column(
            en = "fisher_p adjusted by Holm over all practices",
            es = "fisher_p ajustado por Holm sobre todas las prácticas")
        Double pAdjusted,
    @Column(en = "fisher_p adjusted by Bonferroni", es = "fisher_p ajustado por Bonferroni")
        Double pBonferroni,
    @Column(
            en = "fisher_p adjusted by Benjamini and Hochberg, for the share of false findings",
            es =
                "fisher_p ajustado por Benjamini y Hochberg, por la proporción de hallazgos falsos")
        Double pBenjaminiHochberg,
    @Column(
            name = "g_p",
            en = "p-value of the likelihood-ratio (G) test",
            es = "valor p de la prueba de razón de verosimilitud (G)")
        Double gP,
    @Column(
            name = "expected_below_5",
            en = "cells of groups by use that expect fewer than 5 DIRESAs, of 4",
            es = "celdas de grupos por uso que esperan menos de 5 DIRESAs, de 4")
        Integer expectedBelow5) {}
