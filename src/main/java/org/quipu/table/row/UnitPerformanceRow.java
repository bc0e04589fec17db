package org.quipu.table.row;

import org.quipu.table.Column;

/** The share of a unit's facilities that meet their goals in one period. */
public record UnitPerformanceRow(
    String period,
    String level,
    String unitId,
    String population,
    @Column(
            en = "facilities with at least one computable indicator",
            es = "establecimientos con al menos un indicador computable")
        long facilities,
    @Column(en = "facilities that meet their goals", es = "establecimientos que cumplen sus metas")
        long meeting,
    @Column(
            en = "facilities that meet their goals, in percent; NULL when there is no facility",
            es =
                "establecimientos que cumplen sus metas, en porcentaje; NULL si no hay establecimientos")
        Double percent) {}
