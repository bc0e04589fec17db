package org.quipu.table.row;

import org.quipu.table.Column;

/** A headline figure computed in one other way: would its conclusion change? */
public record ConclusionRow(
    String study,
    @Column(
            en = "raw or clean; NULL where it is not of a staff survey",
            es = "raw o clean; NULL si no es de una encuesta al personal")
        String cleaning,
    String level,
    @Column(
            en = "the unit that the headline figure is of; NULL for a correlation across units",
            es = "la unidad de la cifra principal; NULL si es una correlación entre unidades")
        String unitId,
    @Column(
            en =
                "the headline figure: x~y:method of correlation, variable~grouping:method of hypothesis_test",
            es =
                "la cifra principal: x~y:método de correlation, variable~agrupación:método de hypothesis_test")
        String headline,
    @Column(
            en =
                "what is done otherwise: method, clustering, cleaning, leave_one_out, verdict, outlier, measure or adjusted",
            es =
                "lo que se hace de otro modo: method, clustering, cleaning, leave_one_out, verdict, outlier, measure o adjusted")
        String alternative,
    @Column(
            en =
                "which one: a method, the unit left out, the practice whose verdict is flipped, the outlier rule",
            es =
                "cuál: un método, la unidad omitida, la práctica cuyo veredicto se invierte, la regla de valores atípicos")
        String change,
    @Column(
            en = "estimate, or test statistic, of the headline figure",
            es = "estimación, o estadístico de prueba, de la cifra principal")
        Double estimateBefore,
    @Column(
            name = "p_before",
            en = "p-value of the headline figure",
            es = "valor p de la cifra principal")
        Double pBefore,
    @Column(
            en = "positive, negative, differs, or not_significant at 1 less the confidence",
            es = "positive, negative, differs o not_significant al nivel 1 menos la confianza")
        String conclusionBefore,
    @Column(
            en = "estimate, or test statistic, after the change",
            es = "estimación, o estadístico de prueba, tras el cambio")
        Double estimate,
    Double pValue,
    @Column(
            en = "the conclusion after the change; NULL where it is undefined",
            es = "la conclusión tras el cambio; NULL si no está definida")
        String conclusion,
    @Column(
            en = "whether the conclusion is another one; NULL where one of both is undefined",
            es = "si la conclusión es otra; NULL si una de las dos no está definida")
        Boolean changes,
    @Column(en = "the same in words, in English", es = "lo mismo en palabras, en inglés")
        String sentenceEn,
    @Column(en = "the same in words, in Spanish", es = "lo mismo en palabras, en español")
        String sentenceEs,
    String state,
    String reason,
    String reasonEs) {}
