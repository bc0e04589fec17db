package org.quipu.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How many good practices each responding DIRESA uses. */
final class PracticeScores {
  private static final double PUBLISHED_R = 0.7266;
  private static final double TOLERANCE = 0.00002;
  private static final int FEWEST = 2;
  private static final int MOST = 19;

  private PracticeScores() {}

  /**
   * Numbers of good practices whose Pearson correlation with performance is the published .7266
   * (A06), while each group keeps its total (A10).
   *
   * <p>The search is a random walk: starting from even shares within each group, it moves one mark
   * from one DIRESA to another of the same group, which leaves the totals as they are, and stops
   * when r lies within 0.00002 of the published value. Counts stay within 2 and 19 of 32. As the
   * walk reaches many thousand combinations it ends soon; its seed makes it the same everywhere.
   *
   * @param diresas responding DIRESAs
   * @param goodMarks good practices marked by the DIRESAs of groups 1 and 2
   * @return good practices of each DIRESA, in the order given
   */
  static int[] search(List<Diresa> diresas, int... goodMarks) {
    Random random = new Random(7266);
    double[] performance = diresas.stream().mapToDouble(Diresa::performance).toArray();
    int[] marks = evenShares(diresas, goodMarks);
    while (Math.abs(pearson(marks, performance) - PUBLISHED_R) > TOLERANCE) {
      int from = random.nextInt(marks.length);
      int to = random.nextInt(marks.length);
      boolean sameGroup = diresas.get(from).group() == diresas.get(to).group();
      if (sameGroup && marks[from] > FEWEST && marks[to] < MOST) {
        marks[from]--;
        marks[to]++;
      }
    }
    return marks;
  }

  private static int[] evenShares(List<Diresa> diresas, int[] goodMarks) {
    int[] marks = new int[diresas.size()];
    for (int group = 1; group <= goodMarks.length; group++) {
      int[] shares = Split.evenly(goodMarks[group - 1], Diresa.ofGroup(group).size());
      int next = 0;
      for (int d = 0; d < marks.length; d++) {
        if (diresas.get(d).group() == group) {
          marks[d] = shares[next++];
        }
      }
    }
    return marks;
  }

  private static double pearson(int[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
