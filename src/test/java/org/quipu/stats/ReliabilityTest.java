package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Scales with so many answers missing that their covariances are of different people. */
class ReliabilityTest {
  private static final int NONE = PairwiseMoments.MISSING;

  private static Reliability scale(int[][] answers) {
    PairwiseMoments moments = new PairwiseMoments(answers[0].length);
    for (int[] row : answers) {
      moments.add(row.clone());
    }
    int[] items = IntStream.range(0, answers[0].length).toArray();
    return Reliability.of(moments, items, new boolean[items.length], answers.length);
  }

  private static List<ReliabilityResult> coefficients(Reliability scale) {
    return List.of(scale.alpha(0.95), scale.standardized(), scale.splitHalf(0.95));
  }

  @Test
  void aCoefficientAboveOneHasNoInterval() {
    assertThat(coefficients(scale(new int[][] {{1, 2}, {2, 3}, {3, 3}, {1, 2}})))
        .allSatisfy(result -> assertThat(result.estimate()).isLessThan(1));
    // Without the last answer to the first item variances are 1/2 and 1/3, the covariance 1/2.
    assertThat(coefficients(scale(new int[][] {{1, 2}, {2, 3}, {NONE, 3}})))
        .allSatisfy(
            result -> {
              assertThat(result.estimate()).isGreaterThan(1);
              assertThat(result.confLow()).isNull();
              assertThat(result.confHigh()).isNull();
            });
  }

  @Property(tries = 300)
  void whateverIsMissingTheEstimateLiesInItsInterval(@ForAll long seed) {
    Random random = new Random(seed);
    int[][] answers = new int[2 + random.nextInt(10)][1 + random.nextInt(5)];
    for (int[] row : answers) {
      for (int item = 0; item < row.length; item++) {
        row[item] = random.nextInt(4) == 0 ? NONE : 1 + random.nextInt(3);
      }
    }
    for (ReliabilityResult result : coefficients(scale(answers))) {
      if (result.confLow() != null) {
        assertThat(result.estimate()).isBetween(result.confLow(), result.confHigh());
      }
    }
  }
}
