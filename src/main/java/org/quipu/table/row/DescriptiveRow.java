package org.quipu.table.row;

import org.quipu.table.Column;

/** One variable of a survey described over the respondents of one unit. */
public record DescriptiveRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    String kind,
    @Column(
            en = "rank of the mean among the items of the unit, 1 the highest; NULL if no item",
            es = "puesto de la media entre los ítems de la unidad, 1 el mayor; NULL si no es ítem")
        Integer rank,
    Summary summary) {}
