package org.quipu.stats;

/** The reasons why a comparison of groups is not a number. */
final class UndefinedComparison {
  private UndefinedComparison() {}

  static Reason fewGroups(int groups) {
    return new Reason(
        State.TOO_FEW,
        "Se necesitan al menos 2 grupos con datos; hay " + groups + ".",
        "At least 2 groups with data are needed; there are " + groups + ".");
  }

  static Reason noRepetition(long n, int groups) {
    return new Reason(
        State.TOO_FEW,
        "Se necesitan más observaciones que grupos; hay " + n + " en " + groups + " grupos.",
        "More observations than groups are needed; there are " + n + " in " + groups + " groups.");
  }

  static Reason smallGroup() {
    return new Reason(
        State.TOO_FEW,
        "Cada grupo necesita al menos 2 observaciones.",
        "Each group needs at least 2 observations.");
  }

  static Reason emptyGroup() {
    return new Reason(
        State.TOO_FEW, "Un grupo no tiene observaciones.", "A group has no observations.");
  }

  static Reason fewRows(long n) {
    return new Reason(
        State.TOO_FEW,
        "Se necesitan al menos 2 filas completas; hay " + n + ".",
        "At least 2 complete rows are needed; there are " + n + ".");
  }

  static Reason fewColumns(int k) {
    return new Reason(
        State.TOO_FEW,
        "Se necesitan al menos 2 mediciones por fila; hay " + k + ".",
        "At least 2 measurements a row are needed; there are " + k + ".");
  }

  static Reason allSame() {
    return new Reason(
        State.NO_VARIANCE, "Todos los valores son iguales.", "All values are the same.");
  }

  static Reason sameWithin() {
    return new Reason(
        State.NO_VARIANCE,
        "Dentro de los grupos no hay variación.",
        "There is no variation within the groups.");
  }

  static Reason constantGroup() {
    return new Reason(
        State.NO_VARIANCE,
        "En al menos un grupo todos los valores son iguales.",
        "In at least one group all values are the same.");
  }

  static Reason sameInRows() {
    return new Reason(
        State.NO_VARIANCE,
        "En cada fila todos los valores son iguales.",
        "In each row all values are the same.");
  }

  static Reason sameDifferences() {
    return new Reason(
        State.NO_VARIANCE,
        "Las diferencias entre mediciones son iguales en todas las filas.",
        "The differences between measurements are the same in all rows.");
  }

  static Reason halfTheSame() {
    return new Reason(
        State.NO_VARIANCE,
        "La mitad o más de los valores son iguales: la regla no tiene medida.",
        "Half of the values or more are the same: the rule has no measure.");
  }

  static Reason outOfRange() {
    return new Reason(
        State.NOT_COMPUTABLE,
        "El resultado excede el rango de los números representables.",
        "The result is beyond the range of representable numbers.");
  }
}
