package org.quipu.table.row;

import org.quipu.table.Column;

/** The correlation of two variables over the units of one level. */
public record CorrelationRow(
    String study,
    String level,
    @Column(en = "first variable", es = "primera variable") String x,
    @Column(en = "second variable", es = "segunda variable") String y,
    @Column(en = "pearson, spearman or kendall", es = "pearson, spearman o kendall") String method,
    @Column(en = "pairs used", es = "pares utilizados") long n,
    Double estimate,
    Double statistic,
    Double df,
    Double pValue,
    Double confLow,
    Double confHigh,
    @Column(
            en = "smallest estimate when one unit is left out",
            es = "menor estimación al omitir una unidad")
        Double looMin,
    @Column(
            en = "largest estimate when one unit is left out",
            es = "mayor estimación al omitir una unidad")
        Double looMax,
    String state,
    String reason,
    String reasonEs) {}
