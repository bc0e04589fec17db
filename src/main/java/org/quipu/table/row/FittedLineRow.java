package org.quipu.table.row;

import org.quipu.table.Column;

/** A straight line through the units of one level: y = intercept + slope · x. */
public record FittedLineRow(
    String study,
    String level,
    @Column(en = "variable on the horizontal axis", es = "variable del eje horizontal") String x,
    @Column(en = "variable on the vertical axis", es = "variable del eje vertical") String y,
    @Column(en = "least_squares or theil_sen", es = "least_squares o theil_sen") String method,
    @Column(en = "units used", es = "unidades utilizadas") long n,
    @Column(en = "y where x is 0", es = "y donde x es 0") Double intercept,
    @Column(en = "change of y for a step of 1 in x", es = "cambio de y por un paso de 1 en x")
        Double slope,
    String state,
    String reason,
    String reasonEs) {}
