package org.quipu.table.row;

import org.quipu.table.Column;

/** What staff of one unit say of one dimension, beside the performance of its facilities. */
public record LinkageUnitRow(
    String level,
    String unitId,
    @Column(en = "dimension of the staff survey", es = "dimensión de la encuesta al personal")
        String dimension,
    String cleaning,
    @Column(
            en = "goal period of the performance; NULL when there is none",
            es = "periodo de metas del desempeño; NULL si no lo hay")
        String period,
    @Column(
            en = "respondents with a score of the dimension",
            es = "encuestados con puntaje de la dimensión")
        long respondents,
    @Column(
            en = "median score of the dimension; NULL when nobody responded",
            es = "mediana del puntaje de la dimensión; NULL si nadie respondió")
        Double median,
    @Column(
            en =
                "facilities that meet their goals, in percent; of a facility its computable indicators that are met",
            es =
                "establecimientos que cumplen sus metas, en porcentaje; de un establecimiento, sus indicadores computables cumplidos")
        Double performancePercent,
    @Column(
            en = "facilities behind performance_percent; NULL when unknown",
            es = "establecimientos detrás de performance_percent; NULL si no se sabe")
        Long facilities,
    @Column(
            en = "the same percentage of facilities under CLAS",
            es = "el mismo porcentaje de los establecimientos bajo CLAS")
        Double clasPerformancePercent,
    @Column(
            en = "facilities behind clas_performance_percent; NULL when unknown",
            es = "establecimientos detrás de clas_performance_percent; NULL si no se sabe")
        Long clasFacilities) {}
