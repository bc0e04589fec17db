package org.quipu.model;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.mllib.clustering.DistanceMeasure;
import org.apache.spark.mllib.clustering.DistanceMeasure$;
import org.apache.spark.mllib.clustering.VectorWithNorm;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/**
 * k-means from given centres: each profile goes to the closest centre, each centre to the mean of
 * its profiles, until no centre moves.
 *
 * <p>Distances, sums and centres are MLlib's, and so is the order of steps. Its own loop sends each
 * step to the executors and back: worth it for a million points, but the DIRESAs of a country are
 * two dozen, and twenty fits of a few steps took longer than all other analyses of a small run
 * together. A test holds this loop to MLlib's.
 *
 * <p>Source: S. P. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information
 * Theory 28 (1982) 129–137. https://doi.org/10.1109/TIT.1982.1056489
 */
final class Lloyd {
  private static final int STEPS = 100;

  /** A centre that moves at all is not at rest. */
  private static final double AT_REST = 0;

  private final DistanceMeasure euclidean =
      DistanceMeasure$.MODULE$.decodeFromString(DistanceMeasure.EUCLIDEAN());
  private final VectorWithNorm[] points;
  private final VectorWithNorm[] centres;

  private Lloyd(VectorWithNorm[] points, VectorWithNorm[] centres) {
    this.points = points;
    this.centres = centres;
  }

  /**
   * The cluster of each point, from 0, in the order of the first centres.
   *
   * @param values a row a point
   * @param first positions of the points that are the first centres
   */
  static int[] clusters(int[][] values, List<Integer> first) {
    VectorWithNorm[] points =
        Arrays.stream(values)
            .map(row -> new VectorWithNorm(Arrays.stream(row).asDoubleStream().toArray()))
            .toArray(VectorWithNorm[]::new);
    Lloyd lloyd =
        new Lloyd(points, first.stream().map(i -> points[i]).toArray(VectorWithNorm[]::new));
    int steps = 0;
    while (steps < STEPS && lloyd.move()) {
      steps++;
    }
    return lloyd.closest();
  }

  private int[] closest() {
    double[] statistics = euclidean.computeStatistics(centres);
    return Arrays.stream(points)
        .mapToInt(point -> (Integer) euclidean.findClosest(centres, statistics, point)._1())
        .toArray();
  }

  /** Moves the centres to the means of their points; whether any was not there already. */
  private boolean move() {
    int[] closest = closest();
    Vector[] sums = new Vector[centres.length];
    int[] counts = new int[centres.length];
    for (int i = 0; i < points.length; i++) {
      int centre = closest[i];
      if (counts[centre]++ == 0) {
        sums[centre] = Vectors.zeros(points[i].vector().size());
      }
      euclidean.updateClusterSum(points[i], sums[centre]);
    }
    boolean moved = false;
    for (int centre = 0; centre < centres.length; centre++) {
      // A centre without points stays where it is.
      if (counts[centre] > 0) {
        VectorWithNorm mean = euclidean.centroid(sums[centre], counts[centre]);
        moved |= !euclidean.isCenterConverged(centres[centre], mean, AT_REST);
        centres[centre] = mean;
      }
    }
    return moved;
  }
}
