package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.Test;

/** Against the definition: every term by itself. Oracle values: {@link StudentizedRangeTest}. */
class NoncentralFTest {

  /** P(F ≤ f): Poisson numbers from 0 on, each with its central distribution. */
  private static double defined(double f, double df1, double df2, double lambda) {
    double mean = lambda / 2;
    double sum = 0;
    for (int j = 0; j < mean + 12 * Math.sqrt(mean) + 80; j++) {
      double weight = Math.exp(j * Math.log(mean) - mean - LogGamma.value(j + 1.0));
      sum += weight * central(df1 * f, df1 / 2 + j, df2);
    }
    return sum;
  }

  private static double central(double scaled, double a, double df2) {
    return scaled < df2
        ? RegularizedBeta.value(scaled / (scaled + df2), a, df2 / 2)
        : RegularizedBeta.complement(df2 / (scaled + df2), df2 / 2, a);
  }

  @Property(tries = 300)
  void leavesTheProbabilityThatWasAskedFor(
      @ForAll @DoubleRange(min = -3, max = 8) double logF,
      @ForAll @DoubleRange(min = 0, max = 6) double logDf1,
      @ForAll @DoubleRange(min = -1, max = 12) double logDf2,
      @ForAll boolean upper) {
    double f = Math.exp(logF);
    double df1 = Math.exp(logDf1);
    double df2 = Math.exp(logDf2);
    double probability = upper ? 0.025 : 0.975;
    double lambda = new NoncentralF(f, df1, df2).noncentrality(probability);
    if (lambda == 0) {
      assertThat(central(df1 * f, df1 / 2, df2)).isLessThanOrEqualTo(probability);
    } else if (lambda < 1e5) {
      assertThat(defined(f, df1, df2, lambda)).isCloseTo(probability, within(1e-10));
    }
  }

  @Property(tries = 300)
  void termsOfABlockAreThoseComputedOneByOne(
      @ForAll @DoubleRange(min = -12, max = 12) double logF,
      @ForAll @DoubleRange(min = 0, max = 8) double logDf1,
      @ForAll @DoubleRange(min = -1, max = 15) double logDf2) {
    double scaled = Math.exp(logDf1 + logF);
    CentralTerms terms = CentralTerms.around(100, scaled, Math.exp(logDf1), Math.exp(logDf2));
    for (int j = 300; j >= 0; j--) {
      double alone = central(scaled, Math.exp(logDf1) / 2 + j, Math.exp(logDf2));
      assertThat(terms.get(j)).as("j %s", j).isCloseTo(alone, within(1e-11 * alone + 1e-290));
    }
  }

  @Test
  void atTheLargestMeanOfWholeStepsTheNextOnesGiveTheSame() {
    for (double df2 : new double[] {3, 5000, 1e7}) {
      NoncentralF distribution = new NoncentralF(8192, 2, df2);
      double steps = distribution.upTo(16384 * (1 + 1e-13));
      assertThat(distribution.upTo(16384)).isCloseTo(steps, within(1e-11));
      assertThat(defined(8192, 2, df2, 16384)).isCloseTo(steps, within(1e-11));
    }
  }
}
