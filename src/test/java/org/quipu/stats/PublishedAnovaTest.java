package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quipu.stats.PublishedAnova.Group;

class PublishedAnovaTest {
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

  /** Printed in Perales (2024), with 500 respondents a dimension. */
  private static final List<Group> PRINTED =
      List.of(
          group(500, "5.56", "19.60"), group(500, "18.16", "55.83"), group(500, "12.66", "39.24"));

  private static Group group(long n, String mean, String sd) {
    return new Group(n, new BigDecimal(mean), HALF_CENT, new BigDecimal(sd), HALF_CENT);
  }

  @Test
  void theCentreIsTheAnalysisOfThePrintedNumbers() {
    TestResult centre = PublishedAnova.of(PRINTED).centre();
    // R 4.2.2: m <- c(5.56,18.16,12.66); s <- c(19.60,55.83,39.24)
    // f <- (500*var(m))/mean(s^2); pf(f, 2, 1497, lower.tail = FALSE)
    assertThat(centre.statistic()).isCloseTo(11.8738093087, within(1e-10));
    assertThat(centre.pValue()).isCloseTo(7.65146292913e-06, within(1e-16));
    assertThat(centre.df2()).isEqualTo(1497);
  }

  @Test
  void roundingAllowsWhatAnyRoundedNumbersGive() {
    PublishedAnova anova = PublishedAnova.of(PRINTED);
    assertThat(anova.least().statistic()).isCloseTo(11.85, within(0.005));
    assertThat(anova.most().statistic()).isCloseTo(11.90, within(0.005));
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double f = PublishedAnova.of(exact(random)).centre().statistic();
      assertThat(f).isBetween(anova.least().statistic(), anova.most().statistic());
    }
  }

  /** Numbers that round to the printed ones. */
  private static List<Group> exact(Random random) {
    return PRINTED.stream()
        .map(
            group ->
                new Group(
                    group.n(),
                    group.mean().add(BigDecimal.valueOf(random.nextDouble() * 0.01 - 0.005)),
                    BigDecimal.ZERO,
                    group.sd().add(BigDecimal.valueOf(random.nextDouble() * 0.01 - 0.005)),
                    BigDecimal.ZERO))
        .toList();
  }

  @Test
  void withoutRoundingTheRangeIsAPoint() {
    List<Group> exact = exact(new Random(7));
    PublishedAnova anova = PublishedAnova.of(exact);
    assertThat(anova.least().statistic()).isCloseTo(anova.centre().statistic(), within(1e-10));
    assertThat(anova.most().statistic()).isEqualTo(anova.centre().statistic());
  }

  @Test
  void meansThatRoundingLetsMeetAllowNoDifferenceAtAll() {
    PublishedAnova anova =
        PublishedAnova.of(
            List.of(group(10, "1.00", "1"), group(20, "1.01", "1"), group(30, "1.005", "2")));
    assertThat(anova.least().statistic()).isCloseTo(0, within(1e-20));
    assertThat(anova.most().statistic()).isGreaterThan(0);
  }

  @Test
  void standardDeviationsThatMayBeZeroLeaveNoUpperEnd() {
    PublishedAnova anova = PublishedAnova.of(List.of(group(5, "1", "0.00"), group(5, "2", "0.00")));
    assertThat(anova.most()).isNull();
    assertThat(anova.centre().state()).isEqualTo(State.NO_VARIANCE);
    assertThat(anova.least().statistic()).isGreaterThan(1000);
  }

  @Test
  void theOrderOfGroupsChangesNothing() {
    PublishedAnova expected = PublishedAnova.of(PRINTED);
    for (int seed = 0; seed < 10; seed++) {
      List<Group> shuffled = new ArrayList<>(PRINTED);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(PublishedAnova.of(shuffled)).isEqualTo(expected);
    }
  }

  @Test
  void aGroupOfOneHasNoStandardDeviation() {
    assertThatThrownBy(() -> group(1, "1", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("n = 1");
  }

  @Test
  void moreGroupsThanHaveTheirCornersLookedAtAreRefused() {
    List<Group> groups = Collections.nCopies(PublishedAnova.MOST_GROUPS + 1, group(9, "1", "1"));
    assertThatThrownBy(() -> PublishedAnova.of(groups))
        .hasMessage("13 groups; allowed are at most 12");
  }

  @Test
  void aPublishedCorrelationIsTestedWithItsOwnDegreesOfFreedom() {
    // R 4.2.2: r <- .7266; t <- r*sqrt(10/(1-r^2)); 2*pt(-t, 10)
    PublishedCorrelation ten = PublishedCorrelation.of(0.7266, 10);
    assertThat(ten.t()).isCloseTo(3.34426181540638, within(1e-13));
    assertThat(ten.pValue()).isCloseTo(0.00743689441633, within(1e-13));
    assertThat(PublishedCorrelation.of(1, 3).t()).isNull();
    assertThat(PublishedCorrelation.of(1, 3).pValue()).isPositive();
    assertThatThrownBy(() -> PublishedCorrelation.of(1.2, 3)).hasMessageContaining("r = 1.2");
  }
}
