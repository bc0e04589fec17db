package org.quipu.table;

import java.util.Map;

/** What the columns that many tables share mean, by column name. */
final class Dictionary {

  private static final Map<String, Text> COLUMNS =
      Map.ofEntries(
          column("run_id", "the run that made the row", "la ejecución que produjo la fila"),
          column("study", "the job that made the row", "el trabajo que produjo la fila"),
          column(
              "source", "the source, as the job names it", "la fuente, como la nombra el trabajo"),
          column(
              "period", "goal period: a year or a month", "periodo de las metas: un año o un mes"),
          column(
              "level",
              "national, diresa, network, micronetwork, facility or group",
              "nivel: national, diresa, network, micronetwork, facility o group"),
          column("unit_id", "the unit at that level", "la unidad de ese nivel"),
          column("facility_id", "the facility", "el establecimiento"),
          column("network_id", "the network", "la red"),
          column("diresa_id", "the DIRESA", "la DIRESA"),
          column("facilities", "facilities", "establecimientos"),
          column(
              "population",
              "all facilities (all) or those under CLAS (clas)",
              "todos los establecimientos (all) o los que están bajo CLAS (clas)"),
          column("question_id", "question of the survey", "pregunta de la encuesta"),
          column("option_id", "option of the question", "opción de la pregunta"),
          column("function", "management function", "función de gestión"),
          column(
              "classification",
              "the panel's verdict: good or less_effective",
              "veredicto del panel: good (buena) o less_effective (menos efectiva)"),
          column(
              "group",
              "performance group: 1 higher, 2 lower",
              "grupo de desempeño: 1 mayor, 2 menor"),
          column(
              "cleaning",
              "raw: every numeric answer; clean: after the configured rules",
              "raw: todas las respuestas numéricas; clean: tras las reglas configuradas"),
          column(
              "variable",
              "an item, a dimension or another measured quantity",
              "un ítem, una dimensión u otra magnitud medida"),
          column(
              "kind",
              "what the variable is: item, dimension, or scale for the mean of all items",
              "qué es la variable: item, dimension, o scale si es la media de todos los ítems"),
          column("scale", "a dimension, or all items", "una dimensión, o todos los ítems"),
          column("method", "the method", "el método"),
          column("n", "observations used", "observaciones utilizadas"),
          column("missing", "observations without a value", "observaciones sin valor"),
          column("mean", "mean", "media"),
          column("sd", "standard deviation, with n − 1", "desviación estándar, con n − 1"),
          column("min", "minimum", "mínimo"),
          column(
              "q1", "first quartile, Hyndman–Fan type 7", "primer cuartil, tipo 7 de Hyndman–Fan"),
          column("median", "median", "mediana"),
          column(
              "q3", "third quartile, Hyndman–Fan type 7", "tercer cuartil, tipo 7 de Hyndman–Fan"),
          column("max", "maximum", "máximo"),
          column("iqr", "q3 less q1", "q3 menos q1"),
          column(
              "mad", "median absolute deviation × 1.4826", "desviación absoluta mediana × 1,4826"),
          column(
              "trimmed_mean",
              "mean without the lowest and the highest 20 %",
              "media sin el 20 % inferior ni el 20 % superior"),
          column(
              "skewness",
              "skewness, adjusted Fisher–Pearson G1",
              "asimetría, G1 de Fisher–Pearson ajustada"),
          column("kurtosis", "excess kurtosis, adjusted G2", "curtosis en exceso, G2 ajustada"),
          column("lower_fence", "q1 less 1.5 iqr", "q1 menos 1,5 iqr"),
          column("upper_fence", "q3 plus 1.5 iqr", "q3 más 1,5 iqr"),
          column("outliers", "values outside the fences", "valores fuera de los límites"),
          column("estimate", "estimate", "estimación"),
          column("statistic", "test statistic", "estadístico de prueba"),
          column("df", "degrees of freedom", "grados de libertad"),
          column("p_value", "two-sided p-value", "valor p bilateral"),
          column(
              "p_adjusted",
              "p-value adjusted for the number of comparisons",
              "valor p ajustado por el número de comparaciones"),
          column(
              "conf_low",
              "lower end of the confidence interval",
              "extremo inferior del intervalo de confianza"),
          column(
              "conf_high",
              "upper end of the confidence interval",
              "extremo superior del intervalo de confianza"),
          column(
              "state",
              "ok, or why there is no number: too_few, no_variance, not_computable, suppressed",
              "ok, o por qué no hay número: too_few, no_variance, not_computable, suppressed"),
          column(
              "reason",
              "why there is no number, in English; NULL when there is one",
              "por qué no hay número, en inglés; NULL si lo hay"),
          column("reason_en", "the reason in English", "el motivo en inglés"),
          column(
              "reason_es",
              "the reason in Spanish; NULL when there is none to give",
              "el motivo en español; NULL si no hace falta"),
          column("detail_en", "what was found, in English", "lo hallado, en inglés"),
          column("detail_es", "what was found, in Spanish", "lo hallado, en español"));

  private Dictionary() {}

  /** The texts of a shared column, null when the name is not shared. */
  static Text of(String column) {
    return COLUMNS.get(column);
  }

  private static Map.Entry<String, Text> column(String name, String en, String es) {
    return Map.entry(name, new Text(en, es));
  }
}
