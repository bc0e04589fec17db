package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AgreementTest {

  /** Four raters, twelve units, five categories: Gwet (2014), table 2.10; irrCAC's raw4raters. */
  @Test
  void fourRatersOfGwet() {
    int[][] ratings = {
      {1, 1, 0, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4},
      {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {0, 5, 5, 5}, {0, 0, 1, 1}, {0, 3, 0, 0}
    };
    long[][] counts =
        Arrays.stream(ratings)
            .map(
                row ->
                    IntStream.rangeClosed(1, 5)
                        .mapToLong(k -> Arrays.stream(row).filter(r -> r == k).count())
                        .toArray())
            .toArray(long[][]::new);
    assertThat(Agreement.percent(counts, 0.95).estimate()).isCloseTo(0.8181818, within(5e-8));
    AgreementResult ac1 = Agreement.gwetAc1(counts, 0.95);
    assertThat(ac1.estimate()).isCloseTo(0.77544, within(5e-6));
    assertThat(ac1.standardError()).isCloseTo(0.14295, within(5e-6));
    assertThat(ac1.confLow()).isCloseTo(0.461, within(5e-4));
    assertThat(ac1.confHigh()).isEqualTo(1.0);
    AgreementResult kappa = Agreement.fleissKappa(counts, 0.95);
    assertThat(kappa.estimate()).isCloseTo(0.76117, within(5e-6));
    assertThat(kappa.standardError()).isCloseTo(0.15302, within(5e-6));
    assertThat(kappa.confLow()).isCloseTo(0.424, within(5e-4));
  }

  @Test
  void ratingsThatSayNothingOfAgreement() {
    long[][] single = {{1, 0}, {0, 1}};
    assertThat(Agreement.percent(single, 0.95).state()).isEqualTo(State.TOO_FEW);
    assertThat(Agreement.percent(new long[0][], 0.95).state()).isEqualTo(State.TOO_FEW);
    assertThat(Agreement.gwetAc1(new long[][] {{2}, {3}}, 0.95).state())
        .isEqualTo(State.NO_VARIANCE);
    long[][] same = {{3, 0}, {3, 0}, {2, 0}};
    assertThat(Agreement.fleissKappa(same, 0.95).state()).isEqualTo(State.NO_VARIANCE);
    assertThat(Agreement.fleissKappa(same, 0.95).reason().en())
        .isEqualTo("All ratings are the same.");
    assertThat(Agreement.gwetAc1(same, 0.95).estimate()).isEqualTo(1.0);
    AgreementResult one = Agreement.gwetAc1(new long[][] {{2, 1}}, 0.95);
    assertThat(one.state()).isEqualTo(State.OK);
    assertThat(one.standardError()).isNull();
    assertThatThrownBy(() -> Agreement.percent(new long[][] {{1, 2}, {1, -1}}, 0.95))
        .hasMessageContaining("[1, -1]");
  }

  @Test
  void unitsThatCannotBeCompared() {
    FrequencyTable some = FrequencyTable.of(1, 2, 3);
    FrequencyTable same = FrequencyTable.of(2, 2);
    assertThat(IntraclassCorrelations.nested(List.of(some), 0.95))
        .allMatch(icc -> icc.state() == State.TOO_FEW);
    assertThat(
            IntraclassCorrelations.nested(
                List.of(FrequencyTable.of(1), FrequencyTable.of(2)), 0.95))
        .allMatch(icc -> icc.state() == State.TOO_FEW);
    assertThat(IntraclassCorrelations.nested(List.of(same, FrequencyTable.of(3, 3)), 0.95))
        .allMatch(icc -> icc.state() == State.NO_VARIANCE);
    List<IntraclassCorrelation> alike = IntraclassCorrelations.nested(List.of(some, some), 0.95);
    assertThat(alike.get(0).estimate()).isCloseTo(-0.5, within(1e-15));
    assertThat(alike.get(1).state()).isEqualTo(State.NO_VARIANCE);
    double[][] constant = {{1, 2}, {2, 3}, {5, 6}};
    assertThat(IntraclassCorrelations.ratings(MomentSums.of(constant), 0.95))
        .hasSize(4)
        .allMatch(icc -> icc.state() == State.NO_VARIANCE);
    // Subjects and raters differ less than chance has it: the variance of means is below 0.
    double[][] less = {{0, 2}, {2, 0}, {2, 1}};
    assertThat(IntraclassCorrelations.ratings(MomentSums.of(less), 0.95))
        .filteredOn(one -> one.type().equals("icc2k"))
        .extracting(IntraclassCorrelation::state)
        .containsExactly(State.NOT_COMPUTABLE);
    assertThat(IntraclassCorrelations.ratings(MomentSums.of(new double[][] {{1, 2}}), 0.95))
        .allMatch(icc -> icc.state() == State.TOO_FEW);
  }

  @Test
  void groupsTooSmallToAgree() {
    assertThat(WithinGroupAgreement.rwg(FrequencyTable.of(3), 2).state()).isEqualTo(State.TOO_FEW);
    assertThat(WithinGroupAgreement.rwgJ(List.of(), 2).state()).isEqualTo(State.TOO_FEW);
    assertThat(WithinGroupAgreement.rwg(FrequencyTable.of(1, 5), 2).value()).isEqualTo(0.0);
    assertThat(WithinGroupAgreement.uniformVariance(5)).isEqualTo(2.0);
    assertThatThrownBy(() -> WithinGroupAgreement.rwg(FrequencyTable.of(1, 5), 0))
        .hasMessage("random variance is 0.0; it is above 0 and finite");
  }

  @Property(tries = 100)
  void theOrderOfSubjectsAndCategoriesChangesNoBit(@ForAll long seed) {
    Random random = new Random(seed);
    int categories = 2 + random.nextInt(4);
    long[][] ratings =
        IntStream.range(0, 12)
            .mapToObj(i -> random.longs(categories, 0, 4).toArray())
            .toArray(long[][]::new);
    int[] order = CorrelationsTest.shuffled(12, random);
    int[] columns = CorrelationsTest.shuffled(categories, random);
    long[][] moved =
        Arrays.stream(order)
            .mapToObj(i -> Arrays.stream(columns).mapToLong(k -> ratings[i][k]).toArray())
            .toArray(long[][]::new);
    assertThat(Agreement.percent(moved, 0.95)).isEqualTo(Agreement.percent(ratings, 0.95));
    assertThat(Agreement.fleissKappa(moved, 0.95)).isEqualTo(Agreement.fleissKappa(ratings, 0.95));
    assertThat(Agreement.gwetAc1(moved, 0.95)).isEqualTo(Agreement.gwetAc1(ratings, 0.95));
  }

  @Property(tries = 50)
  void theOrderOfUnitsChangesNoBit(@ForAll long seed) {
    Random random = new Random(seed);
    List<FrequencyTable> units =
        new ArrayList<>(
            IntStream.range(0, 8)
                .mapToObj(
                    u -> FrequencyTable.of(random.doubles(2 + random.nextInt(9), 0, 5).toArray()))
                .toList());
    List<IntraclassCorrelation> before = IntraclassCorrelations.nested(units, 0.95);
    Estimate agreement = WithinGroupAgreement.rwgJ(units, 2);
    Collections.shuffle(units, random);
    assertThat(IntraclassCorrelations.nested(units, 0.95)).isEqualTo(before);
    assertThat(WithinGroupAgreement.rwgJ(units, 2)).isEqualTo(agreement);
  }
}
