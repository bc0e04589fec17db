package org.quipu.study;

import org.quipu.stats.OutlierRule;
import org.quipu.survey.Practice;
import org.quipu.survey.Verdict;

/**
 * One thing that could have been done otherwise.
 *
 * @param kind what kind of thing, as the table {@code conclusion} names it
 * @param change which one
 * @param en how a sentence begins that tells of it, in English
 * @param es the same in Spanish
 */
record Alternative(String kind, String change, String en, String es) {

  static Alternative method(String method) {
    return new Alternative("method", method, "By " + method, "Con " + method);
  }

  /** A test that does not take what comes from one cluster for independent. */
  static Alternative clustering(String method) {
    return new Alternative(
        "clustering",
        method,
        "Respecting clusters, by " + method,
        "Respetando los conglomerados, con " + method);
  }

  static Alternative cleaning(String cleaning) {
    return new Alternative(
        "cleaning",
        cleaning,
        "With " + cleaning + " answers",
        "Con respuestas " + (cleaning.equals("raw") ? "crudas" : "limpias"));
  }

  static Alternative without(String unit) {
    return new Alternative("leave_one_out", unit, "Without " + unit, "Sin " + unit);
  }

  /** The other verdict on a practice; good where there is none. */
  static Alternative flipped(Practice practice) {
    Verdict other = opposite(practice.verdict());
    return new Alternative(
        "verdict",
        practice.key(),
        "With " + practice.key() + " classified as " + other.id(),
        "Con " + practice.key() + " clasificada como " + other.id());
  }

  static Verdict opposite(Verdict verdict) {
    return verdict == Verdict.GOOD ? Verdict.LESS_EFFECTIVE : Verdict.GOOD;
  }

  /** Without all values that a rule singles out. */
  static Alternative outliers(OutlierRule rule) {
    return new Alternative(
        "outlier",
        rule.id(),
        "Without the outliers by " + rule.id(),
        "Sin los valores atípicos según " + rule.id());
  }

  static Alternative measure(String variable) {
    return new Alternative(
        "measure", variable, "Measured by " + variable, "Medido por " + variable);
  }

  static Alternative adjusted(String controls) {
    return new Alternative(
        "adjusted",
        controls,
        "Holding " + controls + " constant",
        "Manteniendo constante " + controls);
  }
}
