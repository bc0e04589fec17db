package org.quipu.table.row;

import org.quipu.table.Column;

/** How large a difference or an association is, apart from how sure it is. */
public record EffectSizeRow(
    String study,
    @Column(
            en = "raw or clean; NULL where it is not of a staff survey",
            es = "raw o clean; NULL si no es de una encuesta al personal")
        String cleaning,
    String level,
    String unitId,
    @Column(en = "what is compared", es = "lo que se compara") String variable,
    @Column(
            en = "what is compared across: dimension, diresa, network or group",
            es = "entre qué se compara: dimension, diresa, network o group")
        String grouping,
    @Column(
            en = "first group of a pair; NULL where all groups are compared",
            es = "primer grupo de un par; NULL si se comparan todos los grupos")
        String groupA,
    @Column(
            en = "second group of a pair; NULL where all groups are compared",
            es = "segundo grupo de un par; NULL si se comparan todos los grupos")
        String groupB,
    @Column(
            en = "the test that the effect size belongs to, as in hypothesis_test",
            es = "la prueba a la que corresponde el tamaño del efecto, como en hypothesis_test")
        String method,
    @Column(
            en = "name of the effect size, e.g. omega_squared, hedges_g, risk_difference",
            es = "nombre del tamaño del efecto, p. ej. omega_squared, hedges_g, risk_difference")
        String effect,
    long n,
    Double estimate,
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
    String reasonEs) {}
