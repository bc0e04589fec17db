package org.quipu.table.row;

import org.quipu.table.Column;

/** The share of a unit's facilities under CLAS. */
public record ClasCoverageRow(
    String level,
    String unitId,
    long facilities,
    @Column(en = "facilities under CLAS", es = "establecimientos bajo CLAS") Long clasFacilities,
    @Column(
            en = "facilities under CLAS, in percent",
            es = "establecimientos bajo CLAS, en porcentaje")
        Double percent,
    @Column(
            en = "rank among the units of the level, 1 the highest percent",
            es = "puesto entre las unidades del nivel; 1 es el mayor porcentaje")
        Integer rank) {}
