package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against mpmath 1.3.0 with 20 digits: src/test/oracle/studentized_range.py. */
class StudentizedRangeTest {
  static Stream<List<String>> tails() {
    return Oracle.rows("studentized-range-expected.csv").stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource("tails")
  void upperTail(List<String> row) {
    double q = Double.parseDouble(row.get(0));
    double expected = Double.parseDouble(row.get(3));
    assertThat(range(row).upper(q)).isCloseTo(expected, within(1e-10 * expected));
  }

  @ParameterizedTest
  @MethodSource("tails")
  void theQuantileOfItsTail(List<String> row) {
    double q = Double.parseDouble(row.get(0));
    double upper = Double.parseDouble(row.get(3));
    if (upper < 0.9) {
      assertThat(range(row).quantile(upper)).isCloseTo(q, within(1e-9 * q));
    }
  }

  /** The logarithm of k ∫ φ(z) (Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)) dz, to 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "64, 5.5, -2.249878442337327",
    "200, 5.5, -0.774445524544275",
    "1000, 5.5, -0.00866042949133946",
    "1000, 8.1, -5.56244155817021",
    "10000, 8.1, -1.772602415702378"
  })
  void manyValues(int k, double w, double expected) {
    assertThat(NormalRange.of(k).logUpper(w)).isCloseTo(expected, within(1e-10));
  }

  static Stream<List<String>> noncentral() {
    return Oracle.rows("noncentral-t-expected.csv").stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource
  void noncentral(List<String> row) {
    double expected = Double.parseDouble(row.get(3));
    double actual =
        new NoncentralT(Double.parseDouble(row.get(0)), Double.parseDouble(row.get(1)))
            .noncentrality(Double.parseDouble(row.get(2)));
    assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
  }

  /** 2 ∫ φ(s) Φ(t s − δ) ds = p for δ, mpmath 1.3.0 with 30 digits: one degree of freedom. */
  @ParameterizedTest
  @CsvSource({"0.99995, -2.7430600968568065", "5e-5, 59.665529166843736"})
  void noncentralityFarFromItsT(double p, double expected) {
    assertThat(new NoncentralT(14.677763490355915, 1).noncentrality(p))
        .isCloseTo(expected, within(1e-10));
  }

  static Stream<List<String>> noncentralF() {
    return Oracle.rows("noncentral-f-expected.csv").stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource
  void noncentralF(List<String> row) {
    double expected = Double.parseDouble(row.get(4));
    double actual =
        new NoncentralF(
                Double.parseDouble(row.get(0)),
                Double.parseDouble(row.get(1)),
                Double.parseDouble(row.get(2)))
            .noncentrality(Double.parseDouble(row.get(3)));
    assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(1, expected)));
  }

  @Test
  void noncentralitiesOfAMillionAndBeyondMeasure() {
    // The normal distribution that the noncentral F of many degrees of freedom comes to.
    NoncentralF many = new NoncentralF(1e6, 2, 1e9);
    double sd = Math.sqrt(4 * 2e6 + 2 * 2e6 * 2e6 / 1e9);
    assertThat(many.noncentrality(0.025)).isCloseTo(2e6 + 1.96 * sd, within(0.02 * sd));
    assertThat(many.noncentrality(0.975)).isCloseTo(2e6 - 1.96 * sd, within(0.02 * sd));
    assertThat(new NoncentralF(1e300, 2, 10).share(0.025)).isEqualTo(1);
  }

  /** R 4.2.2, qtukey: upper 5 % points, where it is good to eight digits. */
  @ParameterizedTest
  @CsvSource({"3, 10, 3.876776749", "25, 1000, 5.187849712", "4, 20, 3.958293461"})
  void fivePercentPoints(int k, double df, double q) {
    assertThat(new StudentizedRange(NormalRange.of(k), df).quantile(0.05))
        .isCloseTo(q, within(1e-7));
  }

  @Test
  void beyondTheRangeOfADoubleThePValueIsTheLeastAndNever0() {
    StudentizedRange range = new StudentizedRange(NormalRange.of(3), 1e9);
    assertThat(range.upper(75)).isEqualTo(Double.MIN_NORMAL);
    assertThat(range.upper(1e9)).isEqualTo(Double.MIN_NORMAL);
    assertThat(range.upper(Double.MAX_VALUE)).isEqualTo(Double.MIN_NORMAL);
    assertThat(range.upper(Double.POSITIVE_INFINITY)).isEqualTo(Double.MIN_NORMAL);
    assertThat(new StudentizedRange(NormalRange.of(3), 1).upper(1e200))
        .isCloseTo(1.35e-200, within(1e-202));
    assertThat(range.upper(0)).isEqualTo(1);
    assertThat(Tails.fUpper(Double.POSITIVE_INFINITY, 2, 9)).isEqualTo(Double.MIN_NORMAL);
    assertThat(Tails.fUpper(1e300, 2, 9e3)).isEqualTo(Double.MIN_NORMAL);
    assertThat(Tails.chiSquareUpper(1e9, 2)).isEqualTo(Double.MIN_NORMAL);
    assertThat(Tails.tTwoSided(1e200, 500)).isEqualTo(Double.MIN_NORMAL);
    assertThat(Tails.normalTwoSided(40)).isEqualTo(Double.MIN_NORMAL);
  }

  @Test
  void oneValueHasNoRange() {
    assertThatThrownBy(() -> NormalRange.of(1)).hasMessageContaining("range of 1 values");
  }

  private static StudentizedRange range(List<String> row) {
    return new StudentizedRange(
        NormalRange.of(Integer.parseInt(row.get(1))), Double.parseDouble(row.get(2)));
  }
}
