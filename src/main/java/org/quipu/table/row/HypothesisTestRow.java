package org.quipu.table.row;

import org.quipu.table.Column;

/** One hypothesis test, or why it could not be made. */
public record HypothesisTestRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    @Column(en = "what is compared", es = "lo que se compara") String variable,
    @Column(
            en = "what is compared across: dimension, diresa, network or group",
            es = "entre qué se compara: dimension, diresa, network o group")
        String grouping,
    String method,
    long n,
    @Column(en = "groups compared", es = "grupos comparados") Integer groups,
    Double statistic,
    @Column(
            en = "degrees of freedom, or those of the numerator",
            es = "grados de libertad, o los del numerador")
        Double df1,
    @Column(en = "degrees of freedom of the denominator", es = "grados de libertad del denominador")
        Double df2,
    Double pValue,
    @Column(en = "name of the effect size", es = "nombre del tamaño del efecto") String effect,
    @Column(en = "effect size", es = "tamaño del efecto") Double effectSize,
    @Column(
            en = "lower end of the interval of the effect size",
            es = "extremo inferior del intervalo del tamaño del efecto")
        Double confLow,
    @Column(
            en = "upper end of the interval of the effect size",
            es = "extremo superior del intervalo del tamaño del efecto")
        Double confHigh,
    String state,
    String reason,
    String reasonEs,
    @Column(
            name = "expected_below_5",
            en = "cells of a table of counts that expect fewer than 5; NULL for other tests",
            es = "celdas de una tabla de conteos que esperan menos de 5; NULL en otras pruebas")
        Integer expectedBelow5,
    @Column(
            name = "p_error",
            en = "standard error of a p-value from drawing, of fisher_monte_carlo; else NULL",
            es = "error estándar de un valor p por sorteo, de fisher_monte_carlo; si no, NULL")
        Double pError,
    Robustness robustness) {

  /** The same test under another cleaning, which left what it compares as it was. */
  public HypothesisTestRow under(String cleaning) {
    return with(cleaning, robustness);
  }

  /** The row with what its conclusion depends on. */
  public HypothesisTestRow with(Robustness robustness) {
    return with(cleaning, robustness);
  }

  private HypothesisTestRow with(String cleaning, Robustness robustness) {
    return new HypothesisTestRow(
        study,
        cleaning,
        level,
        unitId,
        variable,
        grouping,
        method,
        n,
        groups,
        statistic,
        df1,
        df2,
        pValue,
        effect,
        effectSize,
        confLow,
        confHigh,
        state,
        reason,
        reasonEs,
        expectedBelow5,
        pError,
        robustness);
  }
}
