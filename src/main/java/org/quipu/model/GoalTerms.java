package org.quipu.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.stats.Reason;
import org.quipu.stats.State;

/**
 * The terms of a model of goal attainment, and the facilities that it can learn from.
 *
 * <ul>
 *   <li>a category all of whose facilities meet their goals, or none, has no finite coefficient and
 *       says nothing about the other terms (in the limit of the likelihood it is fitted perfectly):
 *       it is left out with its facilities
 *   <li>the category with the most facilities left is the reference; of equals the first by name
 *   <li>a constant term, and one that is a linear combination of those before it, is left out
 * </ul>
 *
 * @param cells the facilities
 * @param kept terms, in the order of the model
 * @param dropped terms that were left out
 */
record GoalTerms(List<GoalCell> cells, List<Term> kept, List<Dropped> dropped) {
  private static final String CATEGORY = "category_";

  /** A column whose part that the others do not explain is shorter than this has no own say. */
  private static final double ALIASED = 1e-7;

  /**
   * A term.
   *
   * @param reference what it is compared with, null for a number
   * @param values one a cell
   */
  record Term(String name, String reference, double[] values) {
    boolean isConstant() {
      return Arrays.stream(values).distinct().count() < 2;
    }
  }

  /** A term that is not in the model. */
  record Dropped(String name, String reference, Reason reason) {}

  /**
   * Terms of cells.
   *
   * @param numbers variables of DIRESAs: name → DIRESA → value, complete for the cells
   * @param withClas whether both kinds of facilities are among the cells
   */
  static GoalTerms of(
      List<GoalCell> cells, Map<String, SortedMap<String, BigDecimal>> numbers, boolean withClas) {
    SortedMap<String, GoalCell> categories = categories(cells);
    List<Dropped> dropped = new ArrayList<>();
    List<GoalCell> left = new ArrayList<>(cells);
    if (differs(cells)) {
      categories.values().removeIf(category -> isSeparated(category, left, dropped));
    }
    List<Term> terms = new ArrayList<>();
    numbers.forEach(
        (name, values) ->
            terms.add(
                new Term(
                    name, null, column(left, cell -> values.get(cell.diresaId()).doubleValue()))));
    if (withClas) {
      terms.add(new Term("clas", "not_clas", column(left, cell -> cell.clas() ? 1 : 0)));
    }
    String reference = reference(categories);
    for (String category : categories.keySet()) {
      if (!category.equals(reference)) {
        terms.add(
            new Term(
                CATEGORY + category,
                CATEGORY + reference,
                column(left, cell -> category.equals(cell.category()) ? 1 : 0)));
      }
    }
    return new GoalTerms(left, independent(terms, left, dropped), dropped);
  }

  /** Whether some facilities meet their goals and some do not. */
  static boolean differs(List<GoalCell> cells) {
    return cells.stream().anyMatch(cell -> cell.met() > 0)
        && cells.stream().anyMatch(cell -> cell.missed() > 0);
  }

  private interface Value {
    double of(GoalCell cell);
  }

  private static double[] column(List<GoalCell> cells, Value value) {
    return cells.stream().mapToDouble(value::of).toArray();
  }

  /** The facilities of each category together. */
  private static SortedMap<String, GoalCell> categories(List<GoalCell> cells) {
    SortedMap<String, GoalCell> categories = new TreeMap<>();
    for (GoalCell cell : cells) {
      if (cell.category() != null) {
        categories.merge(
            cell.category(),
            cell,
            (a, b) ->
                new GoalCell(
                    null, a.category(), false, a.met() + b.met(), a.missed() + b.missed()));
      }
    }
    return categories;
  }

  private static boolean isSeparated(
      GoalCell category, List<GoalCell> left, List<Dropped> dropped) {
    if (category.met() > 0 && category.missed() > 0) {
      return false;
    }
    left.removeIf(cell -> category.category().equals(cell.category()));
    boolean all = category.met() > 0;
    dropped.add(
        new Dropped(
            CATEGORY + category.category(),
            null,
            new Reason(
                State.NOT_COMPUTABLE,
                "%s de los %d establecimientos de la categoría %s cumple sus metas: el coeficiente es infinito; quedan fuera del modelo."
                    .formatted(
                        all ? "Cada uno" : "Ninguno", category.facilities(), category.category()),
                "%s of the %d facilities of category %s meets its goals: the coefficient is infinite; they are left out of the model."
                    .formatted(
                        all ? "Each" : "None", category.facilities(), category.category()))));
    return true;
  }

  private static String reference(SortedMap<String, GoalCell> categories) {
    // The first of the largest: max keeps the last of equals, so names are compared backwards.
    return categories.values().stream()
        .max(
            Comparator.comparingLong(GoalCell::facilities)
                .thenComparing(GoalCell::category, Comparator.reverseOrder()))
        .map(GoalCell::category)
        .orElse(null);
  }

  private static List<Term> independent(
      List<Term> terms, List<GoalCell> cells, List<Dropped> dropped) {
    List<Term> kept = new ArrayList<>();
    List<double[]> basis = new ArrayList<>();
    for (Term term : terms) {
      if (term.isConstant()) {
        dropped.add(
            new Dropped(
                term.name,
                term.reference,
                new Reason(
                    State.NO_VARIANCE,
                    "El término tiene el mismo valor en todos los establecimientos.",
                    "The term has the same value in every facility.")));
        continue;
      }
      double[] own = Scaled.of(term.values, cells).values();
      // Twice is enough: once leaves rounding errors of what it takes away.
      for (int pass = 0; pass < 2; pass++) {
        for (double[] other : basis) {
          double share = product(own, other, cells);
          for (int i = 0; i < own.length; i++) {
            own[i] -= share * other[i];
          }
        }
      }
      double length = Math.sqrt(product(own, own, cells));
      if (length < ALIASED) {
        dropped.add(
            new Dropped(
                term.name,
                term.reference,
                new Reason(
                    State.NOT_COMPUTABLE,
                    "El término es una combinación lineal de los términos anteriores.",
                    "The term is a linear combination of the terms before it.")));
      } else {
        for (int i = 0; i < own.length; i++) {
          own[i] /= length;
        }
        basis.add(own);
        kept.add(term);
      }
    }
    return kept;
  }

  /** Mean of the products over facilities. */
  private static double product(double[] x, double[] y, List<GoalCell> cells) {
    double sum = 0;
    long facilities = 0;
    for (int i = 0; i < x.length; i++) {
      sum += cells.get(i).facilities() * x[i] * y[i];
      facilities += cells.get(i).facilities();
    }
    return sum / facilities;
  }
}
