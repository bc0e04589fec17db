package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SampleSizeTest {
  /** z = Φ⁻¹(0.975): z √(1/2000) √(3781/4280) and z √(1/2000), mpmath 1.3.0 with 20 digits. */
  @Test
  void theMarginOfThePublishedSample() {
    assertThat(SampleSize.margin(500, 4281L, 0.95)).isCloseTo(0.041192158258474133, within(1e-16));
    assertThat(SampleSize.margin(500, null, 0.95)).isCloseTo(0.043826127028829081, within(1e-16));
    assertThat(SampleSize.required(0.05, 4281L, 0.95)).isEqualTo(353);
    assertThat(SampleSize.required(0.05, null, 0.95)).isEqualTo(385);
  }

  @Test
  void nobodyAndEverybody() {
    assertThat(SampleSize.margin(0, 100L, 0.95)).isNull();
    assertThat(SampleSize.margin(100, 100L, 0.95)).isZero();
    assertThat(SampleSize.margin(101, 100L, 0.95)).isNull();
    assertThat(SampleSize.required(1e-9, 100L, 0.95)).isEqualTo(100);
    assertThat(SampleSize.required(0.99, 100L, 0.95)).isEqualTo(1);
  }

  @Property(tries = 300)
  void aSampleIsAsLargeAsItsMarginRequires(
      @ForAll @IntRange(min = 1, max = 5000) int n,
      @ForAll @IntRange(min = 1, max = 100_000) int others) {
    long population = (long) n + others;
    assertThat(SampleSize.required(SampleSize.margin(n, population, 0.95), population, 0.95))
        .isEqualTo(n);
    assertThat(SampleSize.required(SampleSize.margin(n, null, 0.95), null, 0.95)).isEqualTo(n);
  }
}
