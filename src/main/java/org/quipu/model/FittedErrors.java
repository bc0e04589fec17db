package org.quipu.model;

import java.util.List;
import java.util.TreeMap;

/**
 * Coefficients of a logistic fit and their variances, in the units of the terms.
 *
 * <ul>
 *   <li>naive: the inverse of the information, as if facilities were independent
 *   <li>cluster-robust: the sandwich with the scores of each DIRESA summed, times G / (G − 1) of G
 *       DIRESAs (CR1)
 * </ul>
 *
 * <p>MLlib gives the diagonal of the naive one only; the sandwich needs all of it, so it is
 * computed here from the fitted values.
 *
 * <p>Source: K.-Y. Liang, S. L. Zeger, "Longitudinal data analysis using generalized linear
 * models", Biometrika 73 (1986) 13–22. https://doi.org/10.1093/biomet/73.1.13; A. C. Cameron, D. L.
 * Miller, "A practitioner's guide to cluster-robust inference", Journal of Human Resources 50
 * (2015) 317–372. https://doi.org/10.3368/jhr.50.2.317
 *
 * @param estimates the intercept first
 * @param naive standard errors
 * @param robust standard errors that respect DIRESAs
 */
record FittedErrors(double[] estimates, double[] naive, double[] robust) {

  /**
   * Errors of a fit.
   *
   * @param coefficients of the scaled terms, the intercept first
   */
  static FittedErrors of(double[] coefficients, List<GoalCell> cells, List<Scaled> terms) {
    int size = coefficients.length;
    double[][] information = new double[size][size];
    TreeMap<String, double[]> scores = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      GoalCell cell = cells.get(i);
      double p = LogisticFit.probability(coefficients, terms, i);
      double weight = cell.facilities() * p * (1 - p);
      double residual = cell.met() - cell.facilities() * p;
      double[] score = scores.computeIfAbsent(cell.diresaId(), k -> new double[size]);
      double[] x = row(terms, i);
      for (int a = 0; a < size; a++) {
        score[a] += residual * x[a];
        for (int b = 0; b < size; b++) {
          information[a][b] += weight * x[a] * x[b];
        }
      }
    }
    double[][] meat = new double[size][size];
    scores.values().forEach(score -> addSquare(meat, score));
    double[][] units = units(terms);
    double[][] naive = Matrices.inverse(information);
    double[][] robust = Matrices.product(Matrices.product(naive, meat), naive);
    double clusters = scores.size();
    double[] estimates = new double[size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        estimates[a] += units[a][b] * coefficients[b];
      }
    }
    return new FittedErrors(
        estimates, errors(units, naive, 1), errors(units, robust, clusters / (clusters - 1)));
  }

  private static double[] row(List<Scaled> terms, int cell) {
    double[] x = new double[terms.size() + 1];
    x[0] = 1;
    for (int j = 1; j < x.length; j++) {
      x[j] = terms.get(j - 1).values()[cell];
    }
    return x;
  }

  private static void addSquare(double[][] sum, double[] score) {
    for (int a = 0; a < score.length; a++) {
      for (int b = 0; b < score.length; b++) {
        sum[a][b] += score[a] * score[b];
      }
    }
  }

  /** What takes coefficients of scaled terms to those of the terms as they are. */
  private static double[][] units(List<Scaled> terms) {
    double[][] units = new double[terms.size() + 1][terms.size() + 1];
    units[0][0] = 1;
    for (int j = 1; j < units.length; j++) {
      Scaled term = terms.get(j - 1);
      units[j][j] = 1 / term.sd();
      units[0][j] = -term.mean() / term.sd();
    }
    return units;
  }

  private static double[] errors(double[][] units, double[][] variance, double factor) {
    double[][] half = Matrices.product(units, variance);
    double[] errors = new double[units.length];
    for (int a = 0; a < errors.length; a++) {
      double sum = 0;
      for (int b = 0; b < errors.length; b++) {
        sum += half[a][b] * units[a][b];
      }
      errors[a] = Math.sqrt(factor * sum);
    }
    return errors;
  }
}
