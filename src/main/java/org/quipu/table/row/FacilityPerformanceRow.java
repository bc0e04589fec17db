package org.quipu.table.row;

import org.quipu.table.Column;

/** One facility in one goal period: computable indicators, those met, and the verdict. */
public record FacilityPerformanceRow(
    String period,
    String facilityId,
    String networkId,
    String diresaId,
    @Column(
            en = "whether the facility is under CLAS; NULL when unknown",
            es = "si el establecimiento está bajo CLAS; NULL si no se sabe")
        Boolean clas,
    @Column(
            en = "computable indicators of the facility in the period",
            es = "indicadores computables del establecimiento en el periodo")
        long indicators,
    @Column(
            en = "indicators met among the computable ones",
            es = "indicadores cumplidos entre los computables")
        long indicatorsMet,
    @Column(
            en =
                "whether the share of computable indicators met reaches goal-share; NULL when none is computable",
            es =
                "si la proporción de indicadores cumplidos alcanza goal-share; NULL si ninguno es computable")
        Boolean goalsMet) {}
