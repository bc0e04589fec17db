package org.quipu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestKeyTest {

  @Test
  void distanceCountsInsertionsDeletionsSubstitutionsAndSwaps() {
    assertThat(NearestKey.distance("", "")).isZero();
    assertThat(NearestKey.distance("seed", "")).isEqualTo(4);
    assertThat(NearestKey.distance("seed", "sed")).isEqualTo(1);
    assertThat(NearestKey.distance("seed", "sede")).isEqualTo(1);
    assertThat(NearestKey.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestKey.distance("GOAL_PERIOD", "goal-period")).isZero();
  }

  @Test
  void nothingIsSuggestedWhereNothingIsNear() {
    assertThat(NearestKey.of("xyzzy", List.of("confidence", "seed"))).isEmpty();
    assertThat(NearestKey.of("anything", List.of())).isEmpty();
  }
}
