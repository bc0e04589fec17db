package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GoalHistoryTest {

  /** Few kinds of numbers, so that many are the same, as many distances are. */
  @Property
  void theMedianDistanceIsThatOfSortedDistances(
      @ForAll @Size(min = 1, max = 14) int @IntRange(min = -9, max = 9) [] tenths) {
    double[] sorted = Arrays.stream(tenths).mapToDouble(tenth -> tenth / 10.0).sorted().toArray();
    int n = sorted.length;
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    double[] distances = Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray();

    assertThat(GoalHistory.medianDistance(sorted, n, median))
        .isEqualTo((distances[(n - 1) / 2] + distances[n / 2]) / 2);
  }

  /** Years are a dozen, months more than are sorted one by one. */
  @Property
  void theFirstOfSomeValuesAreSorted(
      @ForAll @Size(max = 80) int @IntRange(min = -30, max = 30) [] tenths, @ForAll boolean all) {
    double[] values = Arrays.stream(tenths).mapToDouble(tenth -> tenth / 10.0).toArray();
    int n = all ? values.length : values.length / 2;
    double[] sorted = values.clone();
    Arrays.sort(sorted, 0, n);

    GoalHistory.sort(values, n);
    assertThat(values).isEqualTo(sorted);
  }
}
