package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own conversion by way of text, which rounds correctly too. */
class RoundingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "1",
        "-0.1",
        "9007199254740993",
        "9007199254740992.99999999999999999999999999",
        "9007199254740995",
        "9007199254740993.0000000000000000000000000000001",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "-1e309",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "4.9e-324",
        "2.4e-324",
        "2.5e-324",
        "1e-400",
        "1e5000",
        "1e-5000",
        "123456789012345678901234567890.123456789e-40"
      })
  void aDecimalIsRoundedToTheNearestDouble(String text) {
    BigDecimal exact = new BigDecimal(text);
    assertThat(Rounding.of(exact)).isEqualTo(exact.doubleValue());
  }

  @Test
  void aHalfwayCaseGoesToTheEvenDouble() {
    for (double lower : new double[] {1, 1 + Math.ulp(1.0), 0.1, 3e200, 5e-300}) {
      BigDecimal half =
          new BigDecimal(lower).add(new BigDecimal(Math.nextUp(lower))).divide(new BigDecimal(2));
      BigDecimal little = half.ulp().scaleByPowerOfTen(-30);
      assertThat(Rounding.of(half)).isEqualTo(half.doubleValue());
      assertThat(Rounding.of(half.add(little))).isEqualTo(Math.nextUp(lower));
      assertThat(Rounding.of(half.subtract(little))).isEqualTo(lower);
    }
  }

  @Test
  void quotientsAgreeWithLongDivision() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal a =
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(80) - 40);
      BigDecimal b =
          BigDecimal.valueOf(
              (random.nextLong() >> random.nextInt(60)) | 1, random.nextInt(80) - 40);
      assertThat(Rounding.quotient(a, b)).isEqualTo(a.divide(b, new MathContext(80)).doubleValue());
    }
  }

  @Test
  void anExactSumIsRoundedAsItsValueIs() {
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      ExactSum sum = new ExactSum();
      for (int terms = random.nextInt(6); terms >= 0; terms--) {
        double term = Double.longBitsToDouble(random.nextLong());
        if (Double.isFinite(term)) {
          sum.add(term, 1 + random.nextInt(5));
        } else {
          sum.addSquare(random.nextGaussian(), 3);
        }
      }
      assertThat(sum.rounded()).isEqualTo(sum.value().doubleValue());
    }
    assertThat(new ExactSum().rounded()).isZero();
  }
}
