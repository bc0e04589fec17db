package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quipu.stats.ReportedTest.Kind;
import org.quipu.stats.ReportedTest.Relation;

class PublishedFiguresTest {

  @Test
  void aComputedNumberIsHeldAgainstTheDecimalsPrinted() {
    Rounded f = Rounded.parse("11.90");
    assertThat(f.decimals()).isEqualTo(2);
    assertThat(f.reproduces(11.8951)).isTrue();
    assertThat(f.reproduces(11.8949)).isFalse();
    assertThat(f.reproduces(11.87)).isFalse();
    assertThat(Rounded.parse("1381").reproduces(1381.4)).isTrue();
    assertThat(new Rounded(new BigDecimal("12000"), -3).reproduces(12_400)).isTrue();
    assertThat(new Rounded(new BigDecimal("12000"), -3).reproduces(12_501)).isFalse();
    assertThat(f.reproduces(Double.NaN)).isFalse();
  }

  @Test
  void halvesInBinaryAreHalves() {
    // 1.005 and 0.285 are held as a little less, 2.675 too.
    assertThat(Rounded.parse("1.01").reproduces(1.005)).isTrue();
    assertThat(Rounded.parse("0.29").reproduces(0.285)).isTrue();
    assertThat(Rounded.parse("2.68").reproduces(2.675)).isTrue();
    assertThat(Rounded.parse("2.67").reproduces(2.675)).isTrue();
    assertThat(Rounded.parse("0.3").reproduces(0.1 + 0.2 + 0.05)).isTrue();
  }

  /** Study 1 prints r = .7266 with 12 degrees of freedom and P < .01; 12 pairs have 10. */
  @Test
  void theCorrelationOfStudyOne() {
    ReportedTest printed =
        new ReportedTest(
            Kind.R, Rounded.parse("0.7266"), 12.0, null, Relation.LESS, Rounded.parse("0.01"));
    assertThat(printed.verdict(0.05).consistent()).isTrue();
    ReportedTest corrected =
        new ReportedTest(
            Kind.R, Rounded.parse("0.7266"), 10.0, null, Relation.LESS, Rounded.parse("0.01"));
    assertThat(corrected.verdict(0.05).pValue()).isCloseTo(0.0074, within(0.00005));
    assertThat(corrected.verdict(0.05).consistent()).isTrue();
    assertThat(corrected.verdict(0.05).conclusionChanges()).isFalse();
    ReportedTest t =
        new ReportedTest(
            Kind.T, Rounded.parse("3.344"), 10.0, null, Relation.EQUAL, Rounded.parse("0.0074"));
    assertThat(t.verdict(0.05).consistent()).isTrue();
  }

  /** Study 2 prints F = 11.90 and p = 0.000007. */
  @Test
  void theAnalysisOfVarianceOfStudyTwo() {
    ReportedTest printed =
        new ReportedTest(
            Kind.F, Rounded.parse("11.90"), 2.0, 1497.0, Relation.EQUAL, Rounded.parse("0.000007"));
    // R 4.2.2: pf(11.90, 2, 1497, lower.tail = FALSE).
    assertThat(printed.verdict(0.05).pValue()).isCloseTo(7.45672e-6, within(1e-11));
    assertThat(printed.verdict(0.05).consistent()).isTrue();
  }

  @Test
  void aWrongPIsInconsistentAndMayChangeTheConclusion() {
    ReportedTest wrong =
        new ReportedTest(
            Kind.T, Rounded.parse("1.50"), 28.0, null, Relation.EQUAL, Rounded.parse("0.04"));
    assertThat(wrong.verdict(0.05).consistent()).isFalse();
    assertThat(wrong.verdict(0.05).conclusionChanges()).isTrue();
    ReportedTest small =
        new ReportedTest(
            Kind.CHI_SQUARE,
            Rounded.parse("12.20"),
            1.0,
            null,
            Relation.EQUAL,
            Rounded.parse("0.02"));
    assertThat(small.verdict(0.05).consistent()).isFalse();
    assertThat(small.verdict(0.05).conclusionChanges()).isFalse();
    ReportedTest notSignificant =
        new ReportedTest(
            Kind.Z, Rounded.parse("-2.90"), null, null, Relation.GREATER, Rounded.parse("0.05"));
    assertThat(notSignificant.verdict(0.05).consistent()).isFalse();
    assertThat(notSignificant.verdict(0.05).conclusionChanges()).isTrue();
  }

  @Test
  void aHalvedPIsOneSided() {
    ReportedTest halved =
        new ReportedTest(
            Kind.T, Rounded.parse("1.80"), 28.0, null, Relation.EQUAL, Rounded.parse("0.041"));
    assertThat(halved.verdict(0.05).oneSided()).isTrue();
    assertThat(halved.verdict(0.05).conclusionChanges()).isFalse();
  }

  @Test
  void impossibleReportsAreNamed() {
    assertThatThrownBy(
            () ->
                new ReportedTest(
                    Kind.R,
                    Rounded.parse("1.20"),
                    10.0,
                    null,
                    Relation.LESS,
                    Rounded.parse("0.01")))
        .hasMessage("r is 1.20; a correlation is from -1 to 1");
    assertThatThrownBy(
            () ->
                new ReportedTest(
                    Kind.T,
                    Rounded.parse("1.20"),
                    null,
                    null,
                    Relation.LESS,
                    Rounded.parse("0.01")))
        .hasMessage("T with df null and null; degrees of freedom are above 0");
  }

  @Test
  void somethingThatNoWholeNumbersGive() {
    // Brown and Heathers (2017): 5.19 is not the mean of 28 whole numbers; 5.18 and 5.21 are.
    assertThat(Grim.of(Rounded.parse("5.19"), 28, 1)).isEqualTo(new Grim(false, true));
    assertThat(Grim.of(Rounded.parse("5.18"), 28, 1)).isEqualTo(new Grim(true, true));
    assertThat(Grim.of(Rounded.parse("5.21"), 28, 1)).isEqualTo(new Grim(true, true));
    assertThat(Grim.of(Rounded.parse("5.56"), 500, 15)).isEqualTo(new Grim(true, false));
    assertThatThrownBy(() -> Grim.of(Rounded.parse("5.19"), 0, 1))
        .hasMessage("n is 0 and items 1; at least 1 of each is needed");
  }

  @Property(tries = 300)
  void everyMeanOfWholeNumbersIsPossible(
      @ForAll @IntRange(min = 1, max = 90) int n,
      @ForAll @IntRange(min = -500, max = 5000) int sum,
      @ForAll @IntRange(min = 0, max = 4) int decimals) {
    for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.HALF_DOWN}) {
      BigDecimal mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(n), decimals, mode);
      assertThat(Grim.of(new Rounded(mean, decimals), n, 1).possible()).isTrue();
      assertThat(new Rounded(mean, decimals).reproduces((double) sum / n)).isTrue();
    }
  }
}
