package org.quipu.stats;

/** The reasons why a statistic of association, reliability or agreement is not a number. */
final class Undefined {
  private Undefined() {}

  static Reason tooFewPairs(long n, int needed) {
    return new Reason(
        State.TOO_FEW,
        "Hay " + n + " pares completos; se necesitan al menos " + needed + ".",
        "There are " + n + " complete pairs; at least " + needed + " are needed.");
  }

  static Reason tooFew(String whatEs, String whatEn, long n, long needed) {
    return new Reason(
        State.TOO_FEW,
        "Hay " + n + " " + whatEs + "; se necesitan al menos " + needed + ".",
        "There are " + n + " " + whatEn + "; at least " + needed + " are needed.");
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
