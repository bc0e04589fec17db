package org.quipu.study;

import java.util.Map;

/** What became of a conclusion, in words. */
final class ConclusionSentences {
  private static final Map<String, String> SPANISH =
      Map.of(
          "positive", "relación positiva",
          "negative", "relación negativa",
          "differs", "hay diferencia",
          "not_significant", "no significativa");

  private static final Map<String, String> ENGLISH =
      Map.of(
          "positive", "a positive relation",
          "negative", "a negative relation",
          "differs", "a difference",
          "not_significant", "not significant");

  private ConclusionSentences() {}

  static String en(String before, String after, Finding other) {
    if (after == null) {
      return "undefined. " + other.en();
    }
    String numbers = estimate(other) + "p = " + Numbers.enP(other.pValue());
    return before == null || before.equals(after)
        ? numbers + "; the conclusion stays: " + ENGLISH.get(after) + "."
        : numbers
            + "; the conclusion changes from "
            + ENGLISH.get(before)
            + " to "
            + ENGLISH.get(after)
            + ".";
  }

  static String es(String before, String after, Finding other) {
    if (after == null) {
      return "no definido. " + other.es();
    }
    String numbers = Numbers.es(estimate(other) + "p = " + Numbers.enP(other.pValue()));
    return before == null || before.equals(after)
        ? numbers + "; la conclusión se mantiene: " + SPANISH.get(after) + "."
        : numbers
            + "; la conclusión cambia de «"
            + SPANISH.get(before)
            + "» a «"
            + SPANISH.get(after)
            + "».";
  }

  private static String estimate(Finding other) {
    return other.estimate() == null ? "" : Numbers.en(other.estimate()) + ", ";
  }
}
