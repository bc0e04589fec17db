package org.quipu.table.row;

import org.quipu.table.Column;

/** Attainment (achieved / target) of one indicator over the facilities of a unit in one period. */
public record IndicatorSummaryRow(
    String period,
    String level,
    String unitId,
    @Column(en = "the indicator", es = "el indicador") String indicatorId,
    Summary attainment,
    @Column(
            en = "facilities that meet the indicator's target, in percent of the computable ones",
            es =
                "establecimientos que alcanzan la meta del indicador, en porcentaje de los computables")
        Double percentMeeting) {}
