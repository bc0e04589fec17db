package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers come back as they were given, whether ints hold them or not. */
class WholeNumbersTest {
  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE - 1L,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void theFirstOfSomeNumbersComeBack(long odd) {
    long[] numbers = {3, odd, -7, Long.MAX_VALUE};
    WholeNumbers kept = WholeNumbers.of(numbers, 3);
    numbers[1] = 42;
    assertThat(kept.size()).isEqualTo(3);
    assertThat(kept.get(0)).isEqualTo(3);
    assertThat(kept.get(1)).isEqualTo(odd);
    assertThat(kept.get(2)).isEqualTo(-7);
    assertThat(kept.toArray()).containsExactly(3, odd, -7);
    assertThat(kept.toArray(1, 2)).containsExactly(odd, -7);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void thereMayBeNoneOrOne(int size) {
    assertThat(WholeNumbers.of(new long[] {1L << 40}, size).toArray()).hasSize(size);
  }
}
