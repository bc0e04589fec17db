package org.quipu.table.row;

import org.quipu.table.Column;

/** The performance group of one DIRESA. */
public record GroupAssignmentRow(
    String diresaId,
    @Column(
            en = "facilities meeting their goals, in percent",
            es = "establecimientos que cumplen sus metas, en porcentaje")
        Double performancePercent,
    Long facilities,
    int group) {}
