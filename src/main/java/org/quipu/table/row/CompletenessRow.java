package org.quipu.table.row;

import org.quipu.table.Column;

/** How much of what a facility is to report in a goal period it has reported. */
public record CompletenessRow(
    String period,
    String facilityId,
    @Column(en = "indicators that occur anywhere", es = "indicadores que aparecen en algún lugar")
        Long indicators,
    @Column(
            en = "indicators with an achievement of this facility",
            es = "indicadores con un logro de este establecimiento")
        Long reported,
    @Column(
            en = "reported indicators, in percent of all",
            es = "indicadores reportados, en porcentaje de todos")
        Double percent) {}
