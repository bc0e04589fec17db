package org.quipu.table.row;

import org.quipu.table.Column;

/** A correlation computed again without one unit. */
public record LeaveOneOutRow(
    String study,
    String level,
    @Column(en = "first variable", es = "primera variable") String x,
    @Column(en = "second variable", es = "segunda variable") String y,
    @Column(en = "pearson, spearman or kendall", es = "pearson, spearman o kendall") String method,
    @Column(en = "the unit left out", es = "la unidad omitida") String unitId,
    @Column(en = "correlation without the unit", es = "correlación sin la unidad") Double estimate,
    @Column(en = "p-value without the unit", es = "valor p sin la unidad") Double pValue,
    @Column(
            en = "whether leaving the unit out moves the p-value across the significance level",
            es = "si al omitir la unidad el valor p cruza el nivel de significación")
        Boolean changesConclusion) {}
