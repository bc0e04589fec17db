package org.quipu.table.row;

import org.quipu.table.Column;

/** One term of a regression model. */
public record ModelCoefficientRow(
    String study,
    @Column(en = "the model", es = "el modelo") String model,
    @Column(en = "the term of the model", es = "el término del modelo") String term,
    @Column(en = "coefficient", es = "coeficiente") Double estimate,
    @Column(en = "standard error", es = "error estándar") Double stdError,
    Double statistic,
    Double pValue,
    Double confLow,
    Double confHigh,
    long n,
    String state,
    String reason,
    String reasonEs) {}
