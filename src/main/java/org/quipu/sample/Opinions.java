package org.quipu.sample;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How a facility's or a person's view of each dimension departs from the typical answer. Views
 * share a general part, so that the dimensions correlate.
 *
 * @param byDimension departure in points of the scale, by dimension
 */
record Opinions(Map<String, Double> byDimension) {
  private static final double FACILITY_SD = 0.16;
  private static final double GENERAL_SD = 0.36;
  private static final Map<String, Double> DIMENSION_SD =
      new TreeMap<>(Map.of("institutional", 0.36, "economic", 0.56, "social", 0.36));

  static Opinions ofFacility(Random random) {
    Map<String, Double> views = new TreeMap<>();
    DIMENSION_SD.forEach(
        (dimension, sd) -> views.put(dimension, FACILITY_SD * random.nextGaussian()));
    return new Opinions(views);
  }

  /** The views of one member of staff of the facility with these views. */
  Opinions ofPerson(Random random) {
    double general = GENERAL_SD * random.nextGaussian();
    Map<String, Double> views = new TreeMap<>();
    DIMENSION_SD.forEach(
        (dimension, sd) ->
            views.put(
                dimension, byDimension.get(dimension) + general + sd * random.nextGaussian()));
    return new Opinions(views);
  }
}
