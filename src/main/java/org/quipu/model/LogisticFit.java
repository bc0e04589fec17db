package org.quipu.model;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.ml.feature.OffsetInstance;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.netlib.util.intW;
import org.quipu.summary.SummaryStore;

/**
 * Maximum likelihood of a binomial model with logit link, by iteratively reweighted least squares:
 * MLlib's family and link say what each step weighs, and the LAPACK that it brings solves it.
 *
 * <p>{@link GeneralizedLinearRegression} takes the same steps over rows that Spark distributes: for
 * two dozen of them that would open Spark, and run two dozen jobs. A test holds this to it. The
 * last digits, which depend on the order of adding, are settled by {@link LastDigits}. What was
 * fitted once is kept in the store, under a name that says all it depends on.
 *
 * <p>Source: P. McCullagh and J. A. Nelder, "Generalized linear models", 2nd edition, Chapman and
 * Hall 1989, section 2.5. https://doi.org/10.1007/978-1-4899-3242-6
 */
final class LogisticFit {
  /** As in R's glm. A fit that exists takes a dozen steps; only a separated one goes on. */
  private static final int STEPS = 25;

  private static final double TOLERANCE = 1e-12;

  /** Below this distance from 0 or 1 a fitted probability tells of separation. */
  private static final double EDGE = 1e-9;

  private static final double NO_OFFSET = 0;

  /** How many are kept: two a run, where goals or the program changed. */
  static final int FITS = 24;

  /** Kept instead of coefficients where there are none. */
  private static final double[] SEPARATED = {};

  private static final GeneralizedLinearRegression.FamilyAndLink LOGIT =
      new GeneralizedLinearRegression.FamilyAndLink(
          GeneralizedLinearRegression.Binomial$.MODULE$,
          GeneralizedLinearRegression.Logit$.MODULE$);

  private LogisticFit() {}

  /**
   * The coefficients, the intercept first; empty where the terms tell those who meet their goals
   * from the others without error (separation), so that the likelihood has no maximum.
   *
   * @param store what was fitted before
   * @param terms at least one, each of mean 0 and standard deviation 1, one value a cell
   */
  static Optional<double[]> of(SummaryStore store, List<GoalCell> cells, List<Scaled> terms) {
    List<OffsetInstance> rows = rows(cells, terms);
    String name = name(store.program(), rows);
    double[] coefficients =
        store
            .find(name, double[].class)
            .orElseGet(
                () -> {
                  double[] fitted = fit(rows, cells.size(), terms);
                  store.keep(name, fitted);
                  store.forgetOld(FitName.SOURCE, FitName.KIND, FITS);
                  return fitted;
                });
    return coefficients.length == 0 ? Optional.empty() : Optional.of(coefficients);
  }

  private static String name(String program, List<OffsetInstance> rows) {
    FitName name = FitName.of(program, "logit with last digits", STEPS, TOLERANCE);
    rows.forEach(row -> name.add(row.label(), row.weight()).add(row.features().toArray()));
    return name.text();
  }

  private static double[] fit(List<OffsetInstance> rows, int cells, List<Scaled> terms) {
    Optional<double[]> fitted = step(rows, terms.size(), LogisticFit::start);
    for (int step = 0; step < STEPS && fitted.isPresent(); step++) {
      double[] before = fitted.get();
      fitted = step(rows, terms.size(), row -> reweighted(row, before));
      if (fitted.isPresent() && distance(before, fitted.get()) < TOLERANCE) {
        return isSeparated(fitted.get(), cells, terms)
            ? SEPARATED
            : LastDigits.of(fitted.get(), rows);
      }
    }
    return SEPARATED;
  }

  /** Working response and weight of a row before anything is fitted. */
  private static Weighted start(OffsetInstance row) {
    double mean = LOGIT.family().initialize(row.label(), row.weight());
    return new Weighted(LOGIT.predict(mean), row.weight());
  }

  /** Working response and weight of a row by the fit of the step before. */
  private static Weighted reweighted(OffsetInstance row, double[] fitted) {
    double logit = fitted[0];
    for (int j = 1; j < fitted.length; j++) {
      logit += fitted[j] * row.features().apply(j - 1);
    }
    double mean = LOGIT.fitted(logit);
    double slope = LOGIT.link().deriv(mean);
    return new Weighted(
        logit + (row.label() - mean) * slope,
        row.weight() / (slope * slope * LOGIT.family().variance(mean)));
  }

  private record Weighted(double response, double weight) {}

  /**
   * The coefficients of weighted least squares, the intercept first; empty where weights that have
   * gone to 0 leave nothing to solve.
   */
  private static Optional<double[]> step(
      List<OffsetInstance> rows, int terms, Function<OffsetInstance, Weighted> weighing) {
    int n = terms + 1;
    double[] products = new double[n * (n + 1) / 2];
    double[] sums = new double[n];
    double[] x = new double[n];
    x[0] = 1;
    for (OffsetInstance row : rows) {
      System.arraycopy(row.features().toArray(), 0, x, 1, terms);
      Weighted weighted = weighing.apply(row);
      for (int j = 0, packed = 0; j < n; j++) {
        sums[j] += weighted.weight * x[j] * weighted.response;
        for (int k = 0; k <= j; k++, packed++) {
          products[packed] += weighted.weight * x[j] * x[k];
        }
      }
    }
    intW info = new intW(0);
    JavaLAPACK.getInstance().dppsv("U", n, 1, products, sums, n, info);
    return info.val == 0 ? Optional.of(sums) : Optional.empty();
  }

  private static double distance(double[] before, double[] after) {
    double largest = 0;
    for (int j = 0; j < after.length; j++) {
      largest = Math.max(largest, Math.abs(after[j] - before[j]));
    }
    return largest;
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
