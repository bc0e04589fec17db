package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuickDescriptionTest {

  /** Samples as they come, and some that are made to be difficult. */
  enum Sample {
    ITEM(random -> whole(random, 5, 1 + random.nextInt(700))),
    ITEM_WITH_NEGATIVES(random -> whole(random, 40, 1 + random.nextInt(30))),
    SCORES(QuickDescriptionTest::scores),
    PERCENTS(
        random ->
            FrequencyTable.of(
                doubles(random, 1 + random.nextInt(40), r -> 100.0 * r.nextInt(30) / 37))),
    FEW_DOUBLES(
        random -> FrequencyTable.of(doubles(random, 1 + random.nextInt(9), Random::nextGaussian))),
    MANY_DOUBLES(
        random -> FrequencyTable.of(doubles(random, 900, r -> Math.exp(3 * r.nextGaussian())))),
    RATIOS(QuickDescriptionTest::ratios),
    MEANS_BETWEEN_DOUBLES(
        random -> FrequencyTable.of(doubles(random, 4, r -> r.nextInt(100) * 0.125 * 1e-5))),
    COUNTED_DOUBLES(
        random ->
            FrequencyTable.of(
                doubles(random, 5, Random::nextGaussian), new long[] {1, 1 << 20, 3, 7, 1})),
    TENTHS(
        random ->
            FrequencyTable.of(doubles(random, 2 + random.nextInt(12), r -> r.nextInt(20) / 10.0))),
    NEIGHBOURS(
        random ->
            FrequencyTable.of(
                doubles(random, 2 + random.nextInt(6), r -> 1 + r.nextInt(5) * Math.ulp(1.0)))),
    FAR_FROM_ZERO(
        random -> FrequencyTable.of(doubles(random, 12, r -> 1e9 + r.nextInt(100) / 8.0))),
    SYMMETRIC(
        random -> {
          double[] half = doubles(random, 4, Random::nextDouble);
          return FrequencyTable.of(
              DoubleStream.concat(Arrays.stream(half), Arrays.stream(half).map(x -> 2 - x))
                  .toArray());
        }),
    HUGE_AND_TINY(
        random ->
            FrequencyTable.of(
                doubles(random, 6, r -> Math.scalb(r.nextDouble(), r.nextInt(2000) - 1000)))),
    LONG_DECIMALS(
        random ->
            FrequencyTable.ofDecimals(
                IntStream.range(0, 6)
                    .mapToObj(
                        i ->
                            BigDecimal.ONE.add(
                                BigDecimal.valueOf(random.nextInt(4), random.nextInt(40))))
                    .toArray(BigDecimal[]::new),
                new long[] {1, 2, 1, 3, 1, 1}));

    private final Function<Random, FrequencyTable> table;

    Sample(Function<Random, FrequencyTable> table) {
      this.table = table;
    }
  }

  /** Attainments as facilities have them; the means of 2, 4, 8 lie between doubles often. */
  private static FrequencyTable ratios(Random random) {
    return FrequencyTable.of(
        doubles(
            random,
            1 << random.nextInt(5),
            r -> (double) (50 + r.nextInt(400)) / (50 + r.nextInt(400))));
  }

  private static double[] doubles(Random random, int n, Function<Random, Double> each) {
    return IntStream.range(0, n).mapToDouble(i -> each.apply(random)).toArray();
  }

  private static FrequencyTable whole(Random random, int kinds, int n) {
    long lowest = kinds > 10 ? -kinds / 2 : 1;
    long[] counts = new long[kinds];
    for (int i = 0; i < n; i++) {
      counts[random.nextInt(kinds)]++;
    }
    int[] met = IntStream.range(0, kinds).filter(i -> counts[i] > 0).toArray();
    return FrequencyTable.ofWhole(
        IntStream.of(met).mapToLong(i -> lowest + i).toArray(),
        IntStream.of(met).mapToLong(i -> counts[i]).toArray());
  }

  /** Means of some answers, to 34 digits. */
  private static FrequencyTable scores(Random random) {
    int n = 1 + random.nextInt(60);
    BigDecimal[] values = new BigDecimal[n];
    long[] counts = new long[n];
    for (int i = 0; i < n; i++) {
      int parts = 9 + random.nextInt(3);
      values[i] =
          BigDecimal.valueOf(parts + random.nextInt(4 * parts))
              .divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128)
              .stripTrailingZeros();
      counts[i] = 1 + random.nextInt(20);
    }
    return FrequencyTable.ofDecimals(values, counts);
  }

  @ParameterizedTest
  @EnumSource
  void givesEveryBitOfTheExactDescription(Sample sample) {
    Random random = new Random(sample.ordinal());
    for (int round = 0; round < (sample == Sample.MANY_DOUBLES ? 20 : 400); round++) {
      FrequencyTable table = sample.table.apply(random);

      assertThat(Descriptives.of(table, 3, 0.95))
          .as("%s, round %d", sample, round)
          .isEqualTo(Descriptives.of(table, 3, 0.95, null));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ITEM", "SCORES", "PERCENTS", "RATIOS", "MANY_DOUBLES"})
  void isCertainOfNearlyAllSamplesOfEverydaySize(Sample sample) {
    Random random = new Random(1);
    int left = 0;
    for (int round = 0; round < 1000; round++) {
      QuickDescription quick = QuickDescription.of(sample.table.apply(random));
      double[] found = {
        quick.mean(), quick.squaredDeviationsOver(2, 1), quick.q1(), quick.mad(), quick.iqr()
      };
      boolean unsure = Arrays.stream(found).anyMatch(Double::isNaN) || quick.moments() == null;
      left += unsure ? 1 : 0;
    }

    assertThat(left).isLessThan(50);
  }

  @Test
  void wholeNumbersAreTheDecimalsThatTheyAre() {
    FrequencyTable whole = FrequencyTable.ofWhole(new long[] {-3, 0, 10}, new long[] {2, 1, 4});
    FrequencyTable decimals =
        FrequencyTable.ofDecimals(
            new BigDecimal[] {BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.valueOf(-3)},
            new long[] {4, 1, 2});

    assertThat(whole).isEqualTo(decimals);
    assertThat(whole.powerSums().sum()).isEqualByComparingTo(decimals.powerSums().sum());
    assertThat(whole.powerSums().sumOfSquares())
        .isEqualByComparingTo(decimals.powerSums().sumOfSquares());
  }
}
