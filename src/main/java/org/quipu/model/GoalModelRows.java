package org.quipu.model;

import java.util.ArrayList;
import java.util.List;
import org.quipu.stats.Reason;
import org.quipu.stats.State;
import org.quipu.stats.Wald;
import org.quipu.study.ManagementPractices;
import org.quipu.table.row.ModelCoefficientRow;

/**
 * The rows of the {@link GoalModel} of one population: each coefficient with naive and with
 * cluster-robust errors.
 */
record GoalModelRows(String population, String period, GoalTerms terms) {
  static final String NAIVE = "goal_attainment";
  static final String ROBUST = "goal_attainment_cluster_robust";
  private static final String INTERCEPT = "intercept";

  /** Facilities. */
  private long n() {
    return terms.cells().stream().mapToLong(GoalCell::facilities).sum();
  }

  long diresas() {
    return terms.cells().stream().map(GoalCell::diresaId).distinct().count();
  }

  /**
   * Two rows a coefficient, and the terms that are not in the model.
   *
   * @param confidence level of the intervals
   */
  List<ModelCoefficientRow> defined(FittedErrors errors, double confidence) {
    List<ModelCoefficientRow> rows = new ArrayList<>();
    List<GoalTerms.Term> kept = terms.kept();
    double df = diresas() - 1;
    // The scores of G DIRESAs span at most G − 1 directions: with as many terms the sandwich is
    // flat.
    boolean enough = diresas() > kept.size() + 1;
    for (int i = 0; i <= kept.size(); i++) {
      String name = i == 0 ? INTERCEPT : kept.get(i - 1).name();
      String reference = i == 0 ? null : kept.get(i - 1).reference();
      double estimate = errors.estimates()[i];
      rows.add(row(NAIVE, name, reference, Wald.normal(estimate, errors.naive()[i], confidence)));
      rows.add(
          enough
              ? row(
                  ROBUST,
                  name,
                  reference,
                  Wald.student(estimate, errors.robust()[i], df, confidence))
              : row(ROBUST, name, reference, tooFewForRobust()));
    }
    rows.addAll(droppedRows());
    return rows;
  }

  private Reason tooFewForRobust() {
    int coefficients = terms.kept().size() + 1;
    return new Reason(
        State.TOO_FEW,
        "Hay %d DIRESA para %d coeficientes; se necesitan más DIRESA que coeficientes."
            .formatted(diresas(), coefficients),
        "There are %d DIRESAs for %d coefficients; more DIRESAs than coefficients are needed."
            .formatted(diresas(), coefficients));
  }

  /** The same where nothing can be fitted. */
  List<ModelCoefficientRow> undefined(Reason reason) {
    List<ModelCoefficientRow> rows = new ArrayList<>();
    for (String model : List.of(NAIVE, ROBUST)) {
      rows.add(row(model, INTERCEPT, null, reason));
      terms.kept().forEach(term -> rows.add(row(model, term.name(), term.reference(), reason)));
    }
    rows.addAll(droppedRows());
    return rows;
  }

  private List<ModelCoefficientRow> droppedRows() {
    List<ModelCoefficientRow> rows = new ArrayList<>();
    for (String model : List.of(NAIVE, ROBUST)) {
      terms
          .dropped()
          .forEach(term -> rows.add(row(model, term.name(), term.reference(), term.reason())));
    }
    return rows;
  }

  private ModelCoefficientRow row(String model, String term, String reference, Wald wald) {
    return new ModelCoefficientRow(
        ManagementPractices.ID,
        model,
        population,
        period,
        term,
        reference,
        wald.estimate(),
        wald.stdError(),
        wald.statistic(),
        wald.df(),
        wald.pValue(),
        wald.confLow(),
        wald.confHigh(),
        finite(Math.exp(wald.estimate())),
        finite(Math.exp(wald.confLow())),
        finite(Math.exp(wald.confHigh())),
        n(),
        diresas(),
        State.OK.id(),
        null,
        null);
  }

  private static Double finite(double value) {
    return Double.isInfinite(value) ? null : (Double) value;
  }

  private ModelCoefficientRow row(String model, String term, String reference, Reason reason) {
    return new ModelCoefficientRow(
        ManagementPractices.ID,
        model,
        population,
        period,
        term,
        reference,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        n(),
        diresas(),
        reason.state().id(),
        reason.en(),
        reason.es());
  }
}
