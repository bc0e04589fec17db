package org.quipu.table.row;

import org.quipu.table.AbsentIsNaN;
import org.quipu.table.Column;

/** What cleaning did to one variable in one unit: before and after, side by side. */
@AbsentIsNaN
public record CleaningEffectRow(
    String study,
    String level,
    String unitId,
    String variable,
    String kind,
    @Column(en = "values before cleaning", es = "valores antes de la limpieza") long nRaw,
    @Column(en = "values after cleaning", es = "valores después de la limpieza") long nClean,
    @Column(
            en = "values that cleaning removed: n_raw less n_clean",
            es = "valores que la limpieza retiró: n_raw menos n_clean")
        long removed,
    @Column(en = "mean before cleaning", es = "media antes de la limpieza") double meanRaw,
    @Column(en = "mean after cleaning", es = "media después de la limpieza") double meanClean,
    @Column(
            en = "standard deviation before cleaning",
            es = "desviación estándar antes de la limpieza")
        double sdRaw,
    @Column(
            en = "standard deviation after cleaning",
            es = "desviación estándar después de la limpieza")
        double sdClean,
    @Column(en = "median before cleaning", es = "mediana antes de la limpieza") double medianRaw,
    @Column(en = "median after cleaning", es = "mediana después de la limpieza") double medianClean,
    @Column(en = "greatest value before cleaning", es = "mayor valor antes de la limpieza")
        double maxRaw,
    @Column(en = "greatest value after cleaning", es = "mayor valor después de la limpieza")
        double maxClean,
    @Column(
            en =
                "tests of the variable, as grouping:method, that are significant (at 1 less the configured confidence) either only before or only after cleaning; NULL when there is none",
            es =
                "pruebas de la variable, como agrupación:método, significativas (al nivel 1 menos la confianza configurada) solo antes o solo después de la limpieza; NULL si no hay ninguna")
        String conclusionChanges) {}
