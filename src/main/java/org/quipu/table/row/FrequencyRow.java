package org.quipu.table.row;

import org.quipu.table.Column;

/** How often one value was answered in one unit. */
public record FrequencyRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    String kind,
    @Column(en = "the value", es = "el valor") double value,
    @Column(en = "respondents with this value", es = "encuestados con este valor") long count,
    @Column(
            en = "count in percent of all values of the variable",
            es = "count en porcentaje de todos los valores de la variable")
        double percent) {}
