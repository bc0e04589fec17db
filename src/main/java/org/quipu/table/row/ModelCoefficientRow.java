package org.quipu.table.row;

import org.quipu.table.Column;

/** One term of a regression model. */
public record ModelCoefficientRow(
    String study,
    @Column(
            en =
                "the model; goal_attainment: binomial with logit link, a facility meets its goals; "
                    + "goal_attainment_cluster_robust: the same coefficients with standard errors "
                    + "that respect that the facilities of a DIRESA share its practices",
            es =
                "el modelo; goal_attainment: binomial con enlace logit, un establecimiento cumple "
                    + "sus metas; goal_attainment_cluster_robust: los mismos coeficientes con "
                    + "errores estándar que respetan que los establecimientos de una DIRESA "
                    + "comparten sus prácticas")
        String model,
    String population,
    String period,
    @Column(
            en =
                "the term of the model; estimates are per unit of the term, of a percentage per "
                    + "percentage point",
            es =
                "el término del modelo; la estimación es por unidad del término, de un porcentaje "
                    + "por punto porcentual")
        String term,
    @Column(
            en = "what the term is compared with; NULL where the term is a number",
            es = "con qué se compara el término; NULL si el término es un número")
        String reference,
    @Column(en = "coefficient, in log odds", es = "coeficiente, en logaritmo de posibilidades")
        Double estimate,
    @Column(en = "standard error", es = "error estándar") Double stdError,
    @Column(
            en = "estimate / standard error: z, or t where there are degrees of freedom",
            es = "estimación / error estándar: z, o t si hay grados de libertad")
        Double statistic,
    Double df,
    Double pValue,
    Double confLow,
    Double confHigh,
    @Column(en = "odds ratio: exp of the estimate", es = "razón de posibilidades: exp del estimado")
        Double oddsRatio,
    @Column(
            en = "lower end of the confidence interval of the odds ratio",
            es = "extremo inferior del intervalo de confianza de la razón de posibilidades")
        Double oddsRatioLow,
    @Column(
            en = "upper end of the confidence interval of the odds ratio",
            es = "extremo superior del intervalo de confianza de la razón de posibilidades")
        Double oddsRatioHigh,
    long n,
    @Column(en = "DIRESAs of the facilities used", es = "DIRESA de los establecimientos utilizados")
        long diresas,
    String state,
    String reason,
    String reasonEs) {}
