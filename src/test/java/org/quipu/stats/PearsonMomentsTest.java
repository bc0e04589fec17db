package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The quick coefficients have every bit of the exact ones. */
class PearsonMomentsTest {

  @Property(tries = 300)
  void withAndWithoutEachPair(
      @ForAll long seed,
      @ForAll @IntRange(min = 4, max = 40) int n,
      @ForAll @IntRange(min = -180, max = 150) int exponent,
      @ForAll @IntRange(min = 0, max = 15) int offset,
      @ForAll @IntRange(min = 0, max = 3) int kind) {
    Random random = new Random(seed);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double value = kind == 0 ? random.nextInt(4) : random.nextGaussian();
      x[i] = (Math.pow(10, offset) + value) * Math.pow(10, exponent);
      // Apart from each other, on a line but for rounding, or alike but for one pair.
      y[i] = kind == 2 ? 3 * x[i] : kind == 3 ? (i == 1 ? 1 : 2) : random.nextInt(9) / 7.0;
    }
    Pairs pairs = Pairs.complete(x, y);
    PearsonMoments moments = new PearsonMoments(pairs);
    PairSums exact = PairSums.of(x, y);

    assertThat(moments.all()).isEqualTo(exact.correlation());
    for (int i = 0; i < n; i++) {
      assertThat(moments.without(i)).isEqualTo(exact.without(x[i], y[i]).correlation());
    }
  }

  @Property(tries = 300)
  void ofWholeNumbers(
      @ForAll @LongRange(min = 0) long xx,
      @ForAll @LongRange(min = 0) long yy,
      @ForAll long xy,
      @ForAll @IntRange(min = 0, max = 62) int cut) {
    BigInteger a = BigInteger.valueOf(xx >> cut);
    BigInteger b = BigInteger.valueOf(yy >> cut);
    BigInteger c = BigInteger.valueOf(xy >> cut).min(a.min(b)).max(a.min(b).negate());

    assertThat(ProductMoment.of(a, b, c))
        .isEqualTo(ProductMoment.of(new BigDecimal(a), new BigDecimal(b), new BigDecimal(c)));
  }
}
