package org.quipu.model;

import java.util.List;

/**
 * A term moved to mean 0 and standard deviation 1 over the facilities, so that a fit does not
 * depend on the term's unit.
 */
record Scaled(double mean, double sd, double[] values) {

  /**
   * Scales a term that is not constant.
   *
   * @param values one a cell
   */
  static Scaled of(double[] values, List<GoalCell> cells) {
    double sum = 0;
    long facilities = 0;
    for (int i = 0; i < values.length; i++) {
      sum += cells.get(i).facilities() * values[i];
      facilities += cells.get(i).facilities();
    }
    double mean = sum / facilities;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += cells.get(i).facilities() * (values[i] - mean) * (values[i] - mean);
    }
    double sd = Math.sqrt(squares / facilities);
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (values[i] - mean) / sd;
    }
    return new Scaled(mean, sd, scaled);
  }
}
