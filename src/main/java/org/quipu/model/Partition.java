package org.quipu.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * DIRESAs in clusters, by MLlib's k-means.
 *
 * <p>k-means finds a local optimum that depends on where it starts. Of {@value #DRAWS} starts drawn
 * as k-means++ does, those with the least cost are refined by MLlib's steps, which move all DIRESAs
 * at once ({@link Lloyd}); then single DIRESAs change their cluster while that lowers the sum of
 * squares (Hartigan), and the best result counts; of equals the first. Everything is drawn with a
 * fixed seed from profiles in the order of the DIRESAs' ids.
 *
 * <p>Source: D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA
 * 2007, 1027–1035. https://dl.acm.org/doi/10.5555/1283383.1283494; J. A. Hartigan, M. A. Wong, "A
 * k-means clustering algorithm", Applied Statistics 28 (1979) 100–108.
 * https://doi.org/10.2307/2346830
 *
 * @param clusters the cluster of each DIRESA, from 0
 * @param withinSumOfSquares of distances to the clusters' centres
 */
record Partition(int[] clusters, double withinSumOfSquares) {
  static final int DRAWS = 200;
  private static final int REFINED = 4;

  /** Relative differences below it are none. */
  private static final double ROUNDING = 1e-12;

  /** A start: the DIRESAs whose profiles are the first centres. */
  private record Start(List<Integer> centres, long cost) {}

  /**
   * The best partition found.
   *
   * @param k at most the number of distinct profiles
   */
  static Partition of(PracticeMatrix profiles, int k, long seed) {
    Partition best = null;
    for (Start start : starts(profiles.distances(), k, seed)) {
      int[] clusters = Lloyd.clusters(profiles.used(), start.centres);
      Partition found = of(profiles, clusters).exchanged(profiles);
      if (best == null || found.withinSumOfSquares < best.withinSumOfSquares * (1 - ROUNDING)) {
        best = found;
      }
    }
    return best;
  }

  /** The partition after single moves, until none lowers the sum of squares. */
  private Partition exchanged(PracticeMatrix profiles) {
    int k = Arrays.stream(clusters).max().orElseThrow() + 1;
    Partition best = this;
    for (int i = 0; i < clusters.length; i++) {
      for (int cluster = 0; cluster < k; cluster++) {
        int[] moved = best.clusters.clone();
        moved[i] = cluster;
        Partition found = of(profiles, moved);
        if (found.withinSumOfSquares < best.withinSumOfSquares * (1 - ROUNDING)
            && found.count() == best.count()) {
          best = found;
        }
      }
    }
    return best == this ? this : best.exchanged(profiles);
  }

  private long count() {
    return Arrays.stream(clusters).distinct().count();
  }

  private static List<Start> starts(long[][] distances, int k, long seed) {
    Random random = new Random(seed);
    Set<List<Integer>> drawn = new HashSet<>();
    List<Start> starts = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      Start start = draw(distances, k, random);
      if (drawn.add(start.centres.stream().sorted().toList())) {
        starts.add(start);
      }
    }
    // The sort is stable: of equal costs the one drawn first stays first.
    starts.sort(Comparator.comparingLong(Start::cost));
    return starts.subList(0, Math.min(REFINED, starts.size()));
  }

  /** Each further centre with a probability that rises with its distance to those before it. */
  private static Start draw(long[][] distances, int k, Random random) {
    List<Integer> centres = new ArrayList<>(List.of(random.nextInt(distances.length)));
    long[] nearest = distances[centres.get(0)].clone();
    while (centres.size() < k) {
      long left = random.nextLong(Arrays.stream(nearest).sum());
      int next = 0;
      while (left >= nearest[next]) {
        left -= nearest[next++];
      }
      centres.add(next);
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.min(nearest[i], distances[next][i]);
      }
    }
    return new Start(List.copyOf(centres), Arrays.stream(nearest).sum());
  }

  /**
   * A partition with its cost: of 0 and 1, with m of s ones, the sum of squares is m (s − m) / s.
   */
  private static Partition of(PracticeMatrix profiles, int[] clusters) {
    double sum = 0;
    for (int cluster : Arrays.stream(clusters).distinct().sorted().toArray()) {
      long size = Arrays.stream(clusters).filter(of -> of == cluster).count();
      long above = 0;
      for (int practice = 0; practice < profiles.practices(); practice++) {
        long ones = 0;
        for (int i = 0; i < clusters.length; i++) {
          ones += clusters[i] == cluster ? profiles.used()[i][practice] : 0;
        }
        above += ones * (size - ones);
      }
      sum += (double) above / size;
    }
    return new Partition(clusters, sum);
  }
}
