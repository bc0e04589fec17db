package org.quipu.table.row;

import org.quipu.table.Column;

/** One value that an outlier rule singles out, with the limits that it lies beyond. */
public record OutlierRow(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    @Column(
            en = "tukey (1.5 iqr), tukey_far (3 iqr), modified_z or adjusted_boxplot",
            es = "tukey (1,5 iqr), tukey_far (3 iqr), modified_z o adjusted_boxplot")
        String rule,
    @Column(en = "the value", es = "el valor") Double value,
    @Column(en = "respondents with this value", es = "encuestados con este valor") long count,
    @Column(en = "least value that the rule allows", es = "menor valor que la regla admite")
        Double lower,
    @Column(en = "greatest value that the rule allows", es = "mayor valor que la regla admite")
        Double upper) {}
