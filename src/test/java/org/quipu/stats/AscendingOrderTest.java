package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AscendingOrderTest {

  /** Any doubles, and some that differ in their last bits only. */
  @Provide
  Arbitrary<double[]> numbers() {
    return Arbitraries.oneOf(
            Arbitraries.doubles(),
            Arbitraries.integers().between(-20, 20).map(ulps -> 1 + ulps * Math.ulp(1.0)),
            Arbitraries.of(0.0, -0.0, Double.NaN, -1.5, Double.MIN_VALUE))
        .array(double[].class)
        .ofMaxSize(200);
  }

  @Property
  void dealsNumbersInOrder(@ForAll("numbers") double[] numbers) {
    int[] order = AscendingOrder.of(numbers, numbers.length);

    assertThat(order)
        .containsExactlyInAnyOrder(
            IntStream.range(0, numbers.length).filter(i -> !Double.isNaN(numbers[i])).toArray());
    assertThat(IntStream.range(1, order.length))
        .allMatch(i -> numbers[order[i - 1]] <= numbers[order[i]]);
    assertThat(
            FrequencyTable.ofAscending(IntStream.of(order).mapToDouble(i -> numbers[i]).toArray()))
        .isEqualTo(
            FrequencyTable.of(Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray()));
  }

  @Test
  void looksAtTheFirstAlone() {
    assertThat(AscendingOrder.of(new double[] {3, 1, 2, 0}, 3)).containsExactly(1, 2, 0);
    assertThat(AscendingOrder.of(new double[] {3}, 0)).isEmpty();
  }

  @Test
  void whatIsNotAscendingIsRefused() {
    assertThatThrownBy(() -> FrequencyTable.ofAscending(new double[] {1, 3, 2}))
        .hasMessageContaining("value 2.0 stands behind 3.0");
  }
}
