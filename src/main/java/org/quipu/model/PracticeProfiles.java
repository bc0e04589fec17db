package org.quipu.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quipu.stats.Reason;
import org.quipu.stats.Silhouette;
import org.quipu.stats.State;
import org.quipu.table.row.PracticeClusterChoiceRow;
import org.quipu.table.row.PracticeClusterRow;
import org.quipu.table.row.PracticeUseRow;

/**
 * Which DIRESAs manage alike: clusters of their practice profiles (1 used, 0 not used).
 *
 * <ul>
 *   <li>every practice that all DIRESAs answered on counts, good or less effective
 *   <li>2 to 6 clusters are tried, fewer than there are DIRESAs and no more than there are distinct
 *       profiles; the number with the largest mean silhouette is chosen, of equals the smaller
 *   <li>cluster 1 is the one whose DIRESAs use the most practices on average, and so on; of equals
 *       the one with the first DIRESA by id
 *   <li>fewer than 4 DIRESAs, or all with the same profile: a state
 * </ul>
 *
 * @param uses practices by DIRESA
 * @param seed of the starts of k-means
 */
public record PracticeProfiles(List<PracticeUseRow> uses, long seed) {
  static final String CRITERION = "mean_silhouette";
  private static final int MOST_CLUSTERS = 6;
  private static final int DIRESAS_NEEDED = 4;

  /**
   * What was found.
   *
   * @param clusters one a DIRESA that responded
   * @param choices one a number of clusters tried
   */
  public record Result(List<PracticeClusterRow> clusters, List<PracticeClusterChoiceRow> choices) {
    /** All rows, table by table. */
    public List<Record> rows() {
      List<Record> all = new ArrayList<>(clusters);
      all.addAll(choices);
      return all;
    }
  }

  /** Clusters the DIRESAs. */
  public Result compute() {
    PracticeMatrix profiles = PracticeMatrix.of(uses);
    int most = Math.min(MOST_CLUSTERS, Math.min(profiles.diresas().size() - 1, distinct(profiles)));
    Optional<Reason> hindrance = hindrance(profiles);
    if (hindrance.isPresent()) {
      return new Result(undefined(profiles, hindrance.get()), List.of());
    }
    SortedMap<Integer, Partition> tried = new TreeMap<>();
    SortedMap<Integer, double[]> widths = new TreeMap<>();
    int chosen = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 2; k <= most; k++) {
      Partition partition = Partition.of(profiles, k, seed);
      double[] found = Silhouette.widths(profiles.distances(), partition.clusters());
      tried.put(k, partition);
      widths.put(k, found);
      if (Silhouette.mean(found) > best) {
        best = Silhouette.mean(found);
        chosen = k;
      }
    }
    return new Result(
        clusters(profiles, chosen, tried.get(chosen), widths.get(chosen)),
        choices(chosen, tried, widths));
  }

  private static int distinct(PracticeMatrix profiles) {
    return (int) Arrays.stream(profiles.used()).map(Arrays::toString).distinct().count();
  }

  private static Optional<Reason> hindrance(PracticeMatrix profiles) {
    int diresas = profiles.diresas().size();
    if (diresas < DIRESAS_NEEDED) {
      return Optional.of(
          new Reason(
              State.TOO_FEW,
              "Respondieron %d DIRESA; se necesitan al menos %d."
                  .formatted(diresas, DIRESAS_NEEDED),
              "%d DIRESAs responded; at least %d are needed.".formatted(diresas, DIRESAS_NEEDED)));
    }
    if (distinct(profiles) < 2) {
      return Optional.of(
          new Reason(
              State.NO_VARIANCE,
              "Todas las DIRESA tienen el mismo perfil en las prácticas comparadas.",
              "All DIRESAs have the same profile in the practices compared."));
    }
    return Optional.empty();
  }

  private static List<PracticeClusterRow> clusters(
      PracticeMatrix profiles, int k, Partition partition, double[] widths) {
    int[] ranks = ranks(profiles, partition.clusters());
    List<PracticeClusterRow> rows = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      rows.add(
          new PracticeClusterRow(
              profiles.diresas().get(i),
              ranks[partition.clusters()[i]],
              k,
              widths[i],
              profiles.used(i),
              profiles.practices(),
              CRITERION,
              State.OK.id(),
              null,
              null));
    }
    return rows;
  }

  /** The number in result tables of each cluster. */
  private static int[] ranks(PracticeMatrix profiles, int[] clusters) {
    List<Integer> inOrder =
        Arrays.stream(clusters)
            .boxed()
            .distinct() // By the first DIRESA; the sort is stable.
            .sorted(Comparator.comparingDouble(cluster -> -meanUsed(profiles, clusters, cluster)))
            .toList();
    int[] ranks = new int[Arrays.stream(clusters).max().orElseThrow() + 1];
    for (int i = 0; i < inOrder.size(); i++) {
      ranks[inOrder.get(i)] = i + 1;
    }
    return ranks;
  }

  private static double meanUsed(PracticeMatrix profiles, int[] clusters, int cluster) {
    int[] members =
        IntStream.range(0, clusters.length).filter(i -> clusters[i] == cluster).toArray();
    long used = Arrays.stream(members).mapToLong(profiles::used).sum();
    return (double) used / members.length;
  }

  private static List<PracticeClusterChoiceRow> choices(
      int chosen, SortedMap<Integer, Partition> tried, SortedMap<Integer, double[]> widths) {
    return tried.entrySet().stream()
        .map(
            entry ->
                new PracticeClusterChoiceRow(
                    entry.getKey(),
                    entry.getValue().withinSumOfSquares(),
                    Silhouette.mean(widths.get(entry.getKey())),
                    entry.getKey() == chosen))
        .toList();
  }

  private static List<PracticeClusterRow> undefined(PracticeMatrix profiles, Reason reason) {
    return IntStream.range(0, profiles.diresas().size())
        .mapToObj(
            i ->
                new PracticeClusterRow(
                    profiles.diresas().get(i),
                    null,
                    null,
                    null,
                    profiles.used(i),
                    profiles.practices(),
                    CRITERION,
                    reason.state().id(),
                    reason.en(),
                    reason.es()))
        .toList();
  }
}
