package org.quipu.table.row;

import org.quipu.table.Column;

/** Respondents left out of a study by one inclusion rule. */
public record ExclusionRow(
    String study,
    @Column(en = "the inclusion rule", es = "el criterio de inclusión") String rule,
    @Column(en = "respondents who break the rule", es = "encuestados que incumplen el criterio")
        long respondents,
    String reasonEs,
    String reasonEn) {}
