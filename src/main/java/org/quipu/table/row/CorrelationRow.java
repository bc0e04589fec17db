package org.quipu.table.row;

import org.quipu.table.Column;

/** The correlation of two variables over the units of one level. */
public record CorrelationRow(
    String study,
    String level,
    @Column(en = "first variable", es = "primera variable") String x,
    @Column(en = "second variable", es = "segunda variable") String y,
    @Column(
            en = "pearson, spearman, kendall or partial_pearson",
            es = "pearson, spearman, kendall o partial_pearson")
        String method,
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
    String reasonEs,
    @Column(
            en = "variables held constant by partial_pearson, separated by commas; else NULL",
            es =
                "variables que partial_pearson mantiene constantes, separadas por comas; si no, NULL")
        String controls,
    @Column(
            en =
                "p-value of Pearson or Spearman from rearranging the pairs, two-sided: exact up to 9 pairs; NULL beyond 500 pairs",
            es =
                "valor p de Pearson o Spearman al reordenar los pares, bilateral: exacto hasta 9 pares; NULL a partir de 501")
        Double permutationP,
    @Column(
            en = "standard error of permutation_p from drawing; 0 where it is exact",
            es = "error estándar de permutation_p por el sorteo; 0 si es exacto")
        Double permutationError,
    Robustness robustness) {

  /** The row with what its conclusion depends on. */
  public CorrelationRow with(Robustness robustness) {
    return new CorrelationRow(
        study,
        level,
        x,
        y,
        method,
        n,
        estimate,
        statistic,
        df,
        pValue,
        confLow,
        confHigh,
        looMin,
        looMax,
        state,
        reason,
        reasonEs,
        controls,
        permutationP,
        permutationError,
        robustness);
  }
}
