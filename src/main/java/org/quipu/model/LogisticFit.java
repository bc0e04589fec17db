package org.quipu.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Maximum likelihood of a binomial model with logit link, by MLlib's iteratively reweighted least
 * squares.
 */
final class LogisticFit {
  /** As in R's glm. A fit that exists takes a dozen steps; only a separated one goes on. */
  private static final int STEPS = 25;

  private static final double TOLERANCE = 1e-12;

  /** Below this distance from 0 or 1 a fitted probability tells of separation. */
  private static final double EDGE = 1e-9;

  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType, false)
          .add("weight", DataTypes.DoubleType, false)
          .add("features", SQLDataTypes.VectorType(), false);

  private LogisticFit() {}

  /**
   * The coefficients, the intercept first; empty where the terms tell those who meet their goals
   * from the others without error (separation), so that the likelihood has no maximum.
   *
   * @param terms at least one, each of mean 0 and standard deviation 1, one value a cell
   */
  static Optional<double[]> of(SparkSession session, List<GoalCell> cells, List<Scaled> terms) {
    GeneralizedLinearRegressionModel model =
        new GeneralizedLinearRegression()
            .setFamily("binomial")
            .setLink("logit")
            .setWeightCol("weight")
            .setMaxIter(STEPS)
            .setTol(TOLERANCE)
            .fit(session.createDataFrame(onePartition(session, rows(cells, terms)), SCHEMA));
    double[] coefficients = new double[terms.size() + 1];
    coefficients[0] = model.intercept();
    System.arraycopy(model.coefficients().toArray(), 0, coefficients, 1, terms.size());
    boolean converged = model.summary().numIterations() < STEPS;
    return converged && !isSeparated(coefficients, cells.size(), terms)
        ? Optional.of(coefficients)
        : Optional.empty();
  }

  /** Spread over partitions, sums would depend on the number of cores. */
  private static org.apache.spark.api.java.JavaRDD<Row> onePartition(
      SparkSession session, List<Row> rows) {
    return JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(rows, 1);
  }

  private static List<Row> rows(List<GoalCell> cells, List<Scaled> terms) {
    List<Row> rows = new ArrayList<>();
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

  private static void addRow(List<Row> rows, double label, long facilities, double[] values) {
    if (facilities > 0) {
      rows.add(RowFactory.create(label, (double) facilities, Vectors.dense(values)));
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
