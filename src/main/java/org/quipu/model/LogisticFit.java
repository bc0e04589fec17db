package org.quipu.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.OffsetInstance;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.optim.IterativelyReweightedLeastSquares;
import org.apache.spark.ml.optim.IterativelyReweightedLeastSquaresModel;
import org.apache.spark.ml.optim.WeightedLeastSquaresModel;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.util.OptionalInstrumentation;
import org.apache.spark.rdd.RDD;
import org.quipu.summary.SummaryStore;
import scala.Function2;
import scala.Tuple2;

/**
 * Maximum likelihood of a binomial model with logit link, by MLlib's iteratively reweighted least
 * squares.
 *
 * <p>{@link GeneralizedLinearRegression} hands its rows to the same solver, after Spark SQL has
 * planned and compiled a query for them. That takes two seconds of processor time and changes no
 * bit, so the solver gets the rows directly; a test holds it to the front door. Its last digits are
 * not the same in every process and are settled by {@link LastDigits}. What was fitted once is kept
 * in the store, under a name that says all it depends on.
 */
final class LogisticFit {
  /** As in R's glm. A fit that exists takes a dozen steps; only a separated one goes on. */
  private static final int STEPS = 25;

  private static final double TOLERANCE = 1e-12;

  /** Below this distance from 0 or 1 a fitted probability tells of separation. */
  private static final double EDGE = 1e-9;

  /** MLlib's own: how deep the tree is in which partitions' sums are added. */
  private static final int DEPTH = 2;

  private static final double UNPENALIZED = 0;
  private static final double NO_OFFSET = 0;

  /** Kept instead of coefficients where there are none. */
  private static final double[] SEPARATED = {};

  /** MLlib's step from one fit to the next, as what Spark can send to a task. */
  private interface Reweighting
      extends Function2<OffsetInstance, WeightedLeastSquaresModel, Tuple2<Object, Object>>,
          Serializable {}

  private LogisticFit() {}

  /**
   * The coefficients, the intercept first; empty where the terms tell those who meet their goals
   * from the others without error (separation), so that the likelihood has no maximum.
   *
   * @param spark asked for only where the store does not know the fit
   * @param terms at least one, each of mean 0 and standard deviation 1, one value a cell
   */
  static Optional<double[]> of(
      Supplier<JavaSparkContext> spark,
      SummaryStore store,
      List<GoalCell> cells,
      List<Scaled> terms) {
    List<OffsetInstance> rows = rows(cells, terms);
    String name = name(rows);
    double[] coefficients =
        store
            .numbers(name)
            .orElseGet(
                () -> {
                  double[] fitted = fit(spark.get(), rows, cells.size(), terms);
                  store.keep(name, fitted);
                  return fitted;
                });
    return coefficients.length == 0 ? Optional.empty() : Optional.of(coefficients);
  }

  private static String name(List<OffsetInstance> rows) {
    FitName name = FitName.of("logit with last digits", STEPS, TOLERANCE);
    rows.forEach(row -> name.add(row.label(), row.weight()).add(row.features().toArray()));
    return name.text();
  }

  private static double[] fit(
      JavaSparkContext spark, List<OffsetInstance> rows, int cells, List<Scaled> terms) {
    GeneralizedLinearRegression.FamilyAndLink family =
        GeneralizedLinearRegression.FamilyAndLink$.MODULE$.apply(
            new GeneralizedLinearRegression().setFamily("binomial").setLink("logit"));
    OptionalInstrumentation log = OptionalInstrumentation.create(LogisticFit.class);
    // Spread over partitions, sums would depend on the number of cores.
    RDD<OffsetInstance> onePartition = spark.parallelize(rows, 1).rdd();
    WeightedLeastSquaresModel start =
        family.initialize(onePartition, true, UNPENALIZED, log, DEPTH);
    Reweighting reweighting = family::reweightFunc;
    IterativelyReweightedLeastSquaresModel model =
        new IterativelyReweightedLeastSquares(
                start, reweighting, true, UNPENALIZED, STEPS, TOLERANCE)
            .fit(onePartition, log, DEPTH);
    double[] coefficients = new double[terms.size() + 1];
    coefficients[0] = model.intercept();
    System.arraycopy(model.coefficients().toArray(), 0, coefficients, 1, terms.size());
    boolean converged = model.numIterations() < STEPS;
    return converged && !isSeparated(coefficients, cells, terms)
        ? LastDigits.of(coefficients, rows)
        : SEPARATED;
  }

  private static List<OffsetInstance> rows(List<GoalCell> cells, List<Scaled> terms) {
    List<OffsetInstance> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      double[] values = new double[terms.size()];
      for (int j = 0; j < values.length; j++) {
        values[j] = terms.get(j).values()[i];
      }
      addRow(rows, 1, cells.get(i).met(), values);
      addRow(rows, 0, cells.get(i).missed(), values);
    }
    return rows;
  }

  private static void addRow(
      List<OffsetInstance> rows, double label, long facilities, double[] values) {
    if (facilities > 0) {
      rows.add(new OffsetInstance(label, facilities, NO_OFFSET, Vectors.dense(values)));
    }
  }

  private static boolean isSeparated(double[] coefficients, int cells, List<Scaled> terms) {
    for (int i = 0; i < cells; i++) {
      double p = probability(coefficients, terms, i);
      if (!(p > EDGE && p < 1 - EDGE)) {
        return true;
      }
    }
    return false;
  }

  /** The fitted probability of a cell. */
  static double probability(double[] coefficients, List<Scaled> terms, int cell) {
    double logit = coefficients[0];
    for (int j = 0; j < terms.size(); j++) {
      logit += coefficients[j + 1] * terms.get(j).values()[cell];
    }
    return 1 / (1 + Math.exp(-logit));
  }
}
