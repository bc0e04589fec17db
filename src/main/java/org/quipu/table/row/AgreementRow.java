package org.quipu.table.row;

import org.quipu.table.Column;

/** Whether the staff of a unit, or of the units below it, answer alike enough to be averaged. */
public record AgreementRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    @Column(en = "a dimension, or all items", es = "una dimensión, o todos los ítems")
        String variable,
    String kind,
    @Column(
            en =
                "rwg_j: agreement of the unit's staff over the items, against answers at random; icc1: share of the variance between the units of the column grouping; icc2: reliability of their means",
            es =
                "rwg_j: acuerdo del personal de la unidad en los ítems, frente a respuestas al azar; icc1: proporción de la varianza entre las unidades de la columna grouping; icc2: fiabilidad de sus medias")
        String method,
    @Column(
            en = "the units whose staff is averaged: diresa, network or facility; NULL for rwg_j",
            es =
                "las unidades cuyo personal se promedia: diresa, network o facility; NULL para rwg_j")
        String grouping,
    @Column(
            en = "items of rwg_j, units of icc1 and icc2",
            es = "ítems de rwg_j, unidades de icc1 e icc2")
        long parts,
    @Column(
            en =
                "staff: of rwg_j the most that answered an item, of icc1 and icc2 those with a score",
            es =
                "personal: en rwg_j el mayor número que respondió un ítem, en icc1 e icc2 quienes tienen puntaje")
        long n,
    Double estimate,
    @Column(en = "variance ratio of icc1 and icc2", es = "razón de varianzas de icc1 e icc2")
        Double statistic,
    @Column(en = "degrees of freedom of the numerator", es = "grados de libertad del numerador")
        Double df1,
    @Column(en = "degrees of freedom of the denominator", es = "grados de libertad del denominador")
        Double df2,
    @Column(
            en = "p-value of the variance ratio, one-sided",
            es = "valor p de la razón de varianzas, unilateral")
        Double pValue,
    @Column(
            en = "lower end of the interval; NULL where none is given",
            es = "extremo inferior del intervalo; NULL si no se da")
        Double confLow,
    @Column(
            en = "upper end of the interval; NULL where none is given",
            es = "extremo superior del intervalo; NULL si no se da")
        Double confHigh,
    String state,
    String reason,
    String reasonEs) {

  /** The same agreement under another cleaning, which left the unit's answers as they were. */
  public AgreementRow under(String cleaning) {
    return new AgreementRow(
        study, cleaning, level, unitId, variable, kind, method, grouping, parts, n, estimate,
        statistic, df1, df2, pValue, confLow, confHigh, state, reason, reasonEs);
  }
}
