package org.quipu.stats;

/** The reasons why a statistic of association, reliability or agreement is not a number. */
final class Undefined {
  private Undefined() {}

  static Reason tooFewPairs(long n, int needed) {
    return tooFew("pares completos", "complete pairs", n, needed);
  }

  /** Of things in the plural, of which there may be one. */
  static Reason tooFew(String whatEs, String whatEn, long n, long needed) {
    return new Reason(
        State.TOO_FEW,
        "Faltan " + whatEs + ": hay " + n + "; hacen falta al menos " + needed + ".",
        "Too few " + whatEn + ": " + n + "; it takes at least " + needed + ".");
  }

  static Reason constant() {
    return new Reason(
        State.NO_VARIANCE,
        "Una de las variables tiene el mismo valor en todas las observaciones.",
        "One of the variables has the same value in every observation.");
  }

  static Reason infinite() {
    return new Reason(
        State.NOT_COMPUTABLE, "Hay un valor infinito.", "There is an infinite value.");
  }

  static Reason notComputable(String es, String en) {
    return new Reason(State.NOT_COMPUTABLE, es, en);
  }

  static Reason noVariance(String es, String en) {
    return new Reason(State.NO_VARIANCE, es, en);
  }
}
