package org.quipu.table.row;

import org.quipu.table.Column;

/** The sample of a survey in one unit, and how precisely it measures. */
public record SampleRow(
    String study,
    String level,
    String unitId,
    @Column(
            en = "people the survey is about; NULL when unknown",
            es = "personas a las que se refiere la encuesta; NULL si no se sabe")
        Long population,
    @Column(en = "people who answered", es = "personas que respondieron") long respondents,
    @Column(
            en = "respondents who meet the inclusion rules",
            es = "encuestados que cumplen los criterios de inclusión")
        long eligible,
    @Column(en = "respondents who do not", es = "encuestados que no los cumplen") long excluded,
    @Column(en = "respondents that the study uses", es = "encuestados que el estudio utiliza")
        long sampleSize,
    @Column(
            en = "facilities with at least one eligible respondent",
            es = "establecimientos con al menos un encuestado elegible")
        long facilities,
    @Column(
            en =
                "margin of error of a proportion at the level of confidence, in percentage points, with finite-population correction",
            es =
                "margen de error de una proporción al nivel de confianza, en puntos porcentuales, con corrección por población finita")
        Double marginPoints,
    @Column(
            name = "required_n",
            en = "respondents that a margin of error of 5 percentage points would need",
            es = "encuestados que exigiría un margen de error de 5 puntos porcentuales")
        Long requiredN) {}
