package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptivesTest {
  @Test
  void noValuesGiveNoNumbers() {
    Descriptives none = Descriptives.of(FrequencyTable.of(), 4, 0.95);
    assertThat(none)
        .isEqualTo(
            new Descriptives(
                0, 4, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null));
  }

  @Test
  void oneValueHasNoSpread() {
    Descriptives one = Descriptives.of(FrequencyTable.of(7), 0, 0.95);
    assertThat(one.mean()).isEqualTo(7);
    assertThat(one.median()).isEqualTo(7);
    assertThat(one.mad()).isZero();
    assertThat(one.outliers()).isZero();
    assertThat(one.sd()).isNull();
    assertThat(one.standardError()).isNull();
    assertThat(one.meanLow()).isNull();
    assertThat(one.skewness()).isNull();
    assertThat(one.medianLow()).isNull();
  }

  @Test
  void constantValuesHaveNoShape() {
    Descriptives same =
        Descriptives.of(FrequencyTable.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1), 0, 0.95);
    assertThat(same.mean()).isEqualTo(0.1);
    assertThat(same.sd()).isZero();
    assertThat(same.skewness()).isNull();
    assertThat(same.kurtosis()).isNull();
    assertThat(same.meanLow()).isEqualTo(0.1);
    assertThat(same.medianHigh()).isEqualTo(0.1);
  }

  @Test
  void shapeNeedsThreeAndFourValues() {
    assertThat(Descriptives.of(FrequencyTable.of(1, 2), 0, 0.95).skewness()).isNull();
    assertThat(Descriptives.of(FrequencyTable.of(1, 2, 4), 0, 0.95).skewness()).isNotNull();
    assertThat(Descriptives.of(FrequencyTable.of(1, 2, 4), 0, 0.95).kurtosis()).isNull();
    assertThat(Descriptives.of(FrequencyTable.of(1, 2, 4, 5), 0, 0.95).kurtosis()).isNotNull();
  }

  @Test
  void theMedianHasAnIntervalFromSixValues() {
    assertThat(Descriptives.of(FrequencyTable.of(1, 2, 3, 4, 5), 0, 0.95).medianLow()).isNull();
    Descriptives six = Descriptives.of(FrequencyTable.of(1, 2, 3, 4, 5, 6), 0, 0.95);
    assertThat(six.medianLow()).isEqualTo(1);
    assertThat(six.medianHigh()).isEqualTo(6);
  }

  @Test
  void numbersBeyondADoubleAreNullAndNeverInfinite() {
    Descriptives huge = Descriptives.of(FrequencyTable.of(1e308, -1e308, 1e308, 1.7e308), 0, 0.95);
    assertThat(huge.sd()).isCloseTo(1.164402564980571e308, within(1e293));
    assertThat(huge.upperFence()).isNull();
    assertThat(huge.outliers()).isEqualTo(1);
    assertThat(Descriptives.of(FrequencyTable.of(-1.7e308, 1.7e308, 0), 0, 0.95).iqr()).isNotNull();
    assertThat(Descriptives.of(FrequencyTable.of(-1.7e308, 1.7e308), 0, 0.95).mad()).isNull();
  }

  @Test
  void aValueOnTheFenceIsNoOutlier() {
    // q1 = 0.1, q3 = 0.3: the upper fence is 0.6, which doubles miss by one unit.
    Map<BigDecimal, Long> counts = new TreeMap<>();
    for (String value : List.of("0.1", "0.2", "0.3", "0.6")) {
      counts.put(new BigDecimal(value), value.equals("0.6") ? 1L : 4L);
    }
    Descriptives described = Descriptives.of(FrequencyTable.ofDecimals(counts), 0, 0.95);
    assertThat(described.upperFence()).isEqualTo(0.6);
    assertThat(described.outliers()).isZero();
  }

  /** NIST StRD, univariate summary statistics: certified mean and standard deviation. */
  @ParameterizedTest
  @CsvSource({
    "10000001 10000003 10000002,     0,     0,   10000002,   1",
    "1.2,                          1.1,   1.3,        1.2, 0.1",
    "1000000.2,              1000000.1, 1000000.3,  1000000.2, 0.1",
    "10000000.2,            10000000.1, 10000000.3, 10000000.2, 0.1"
  })
  void nistNumAcc(String first, String low, String high, double mean, double sd) {
    Map<BigDecimal, Long> counts = new TreeMap<>();
    for (String value : first.split(" ")) {
      counts.put(new BigDecimal(value), 1L);
    }
    if (!low.equals("0")) {
      counts.put(new BigDecimal(low), 500L);
      counts.put(new BigDecimal(high), 500L);
    }
    Descriptives described = Descriptives.of(FrequencyTable.ofDecimals(counts), 0, 0.95);
    assertThat(described.mean()).isEqualTo(mean);
    assertThat(described.sd()).isCloseTo(sd, within(1e-15 * sd));
  }

  @Property(tries = 100)
  void orderHasNoInfluenceToTheBit(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
      @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Descriptives.of(table(shuffled), 2, 0.95))
        .isEqualTo(Descriptives.of(table(values), 2, 0.95));
  }

  private static FrequencyTable table(List<Double> values) {
    return FrequencyTable.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
