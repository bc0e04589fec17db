package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums come back from the store as they were, however many bytes they take there. */
class DecimalSumsTest {

  /** Both ends of what each number of bytes holds, and what is next to them. */
  private static LongStream sums() {
    return LongStream.concat(
        LongStream.of(0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE),
        IntStream.of(7, 8, 15, 16, 23, 24, 31, 32, 39, 40, 47, 55, 62)
            .mapToLong(bits -> 1L << bits)
            .flatMap(end -> LongStream.of(end - 1, end, end + 1, -end - 1, -end, -end + 1)));
  }

  private static Stream<Long> numbers() {
    return sums().boxed();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aSumOfAnySize(long sum) throws Exception {
    DecimalSums sums = new DecimalSums(6);
    sums.add(1, sum, 2);
    sums.add(4, 7, 2);
    DecimalSums again = ExactSumsTest.kept(sums);
    assertThat(again.get(1)).isEqualTo(sums.get(1)).isEqualTo(BigDecimal.valueOf(sum, 2));
    assertThat(again.get(4)).isEqualTo(BigDecimal.valueOf(7, 2));
    assertThat(IntStream.range(0, 8).filter(again::has)).containsExactly(1, 4);
    assertThat(again.present(0, 2)).isEqualTo(1);
    assertThat(again.present(1, 2)).isEqualTo(1);
    // What came back is added to as before.
    again.add(1, 1, 2);
    again.add(40, 3, 0);
    assertThat(again.get(1)).isEqualByComparingTo(BigDecimal.valueOf(sum, 2).add(cent()));
    assertThat(again.get(40)).isEqualByComparingTo("3");
  }

  private static BigDecimal cent() {
    return new BigDecimal("0.01");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 255, 256, 32_767, 32_768, 70_000})
  void anyCount(int count) throws Exception {
    DecimalSums sums = new DecimalSums(2);
    for (int i = 0; i < count; i++) {
      sums.add(0, 1, 0);
    }
    DecimalSums again = ExactSumsTest.kept(sums);
    DecimalSums taken = ExactSumsTest.kept(sums);
    taken.addAll(again, new int[] {0, 1}, -1);
    assertThat(again.has(0)).isTrue();
    assertThat(again.has(1)).isFalse();
    assertThat(taken.has(0)).as("as many numbers were taken out as went in").isFalse();
    assertThat(again.get(0)).isEqualTo(BigDecimal.valueOf(count));
  }

  @Test
  void whatNoLongHolds() throws Exception {
    DecimalSums sums = new DecimalSums(2);
    sums.add(0, new BigDecimal("123456789012345678901234567890.5"));
    sums.add(1, 5, 1);
    DecimalSums again = ExactSumsTest.kept(sums);
    assertThat(again.get(0)).isEqualByComparingTo("123456789012345678901234567890.5");
    assertThat(again.isSmall(0)).isFalse();
    assertThat(again.isSmall(1)).isTrue();
    assertThat(again.isSmall(9)).as("a slot beyond the last").isTrue();
  }
}
