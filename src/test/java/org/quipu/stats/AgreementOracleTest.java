package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against psych 2.2.9 {@code ICC}, multilevel 2.7 {@code ICC1, ICC2, rwg, rwg.j}, and Gwet's
 * formulas in R: src/test/oracle/agreement.R.
 */
class AgreementOracleTest {
  private static final Map<String, List<String[]>> INPUT = Oracle.byCase("agreement-input.csv");

  static Stream<Oracle.Expected> expected() {
    // A lower end above 1 is that of a reliability without bound below, past its pole.
    return Oracle.expected("agreement-expected.csv").stream()
        .filter(one -> !one.quantity().equals("icc2k.confLow") || one.value() <= 1);
  }

  @ParameterizedTest
  @MethodSource
  void expected(Oracle.Expected expected) {
    String[] path = expected.quantity().split("\\.");
    Double actual = actual(INPUT.get(expected.name()), path[0], path[1]);
    if (path[1].equals("pValue")) {
      Oracle.checkP(expected, actual);
    } else {
      Oracle.check(expected, actual, Oracle.ESTIMATE, 1e-13);
    }
  }

  @Test
  void covers() {
    assertThat(expected().count()).isGreaterThan(450);
  }

  private static Double actual(List<String[]> rows, String method, String quantity) {
    return switch (method) {
      case "percent_agreement" -> of(Agreement.percent(counts(rows), 0.95), quantity);
      case "fleiss_kappa" -> of(Agreement.fleissKappa(counts(rows), 0.95), quantity);
      case "gwet_ac1" -> of(Agreement.gwetAc1(counts(rows), 0.95), quantity);
      case "nested1" -> of(IntraclassCorrelations.nested(tables(rows), 0.95).get(0), quantity);
      case "nested1k" -> of(IntraclassCorrelations.nested(tables(rows), 0.95).get(1), quantity);
      case "rwg" -> WithinGroupAgreement.rwg(tables(rows).get(0), 2).value();
      case "rwg_j" -> WithinGroupAgreement.rwgJ(tables(rows), 2).value();
      default ->
          of(
              IntraclassCorrelations.ratings(MomentSums.of(numbers(rows)), 0.95).stream()
                  .filter(icc -> icc.type().equals(method))
                  .findFirst()
                  .orElseThrow(),
              quantity);
    };
  }

  private static Double of(AgreementResult result, String quantity) {
    return switch (quantity) {
      case "estimate" -> result.estimate();
      case "standardError" -> result.standardError();
      case "confLow" -> result.confLow();
      case "confHigh" -> result.confHigh();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static Double of(IntraclassCorrelation icc, String quantity) {
    return switch (quantity) {
      case "estimate" -> icc.estimate();
      case "f" -> icc.f();
      case "pValue" -> icc.pValue();
      case "confLow" -> icc.confLow();
      case "confHigh" -> icc.confHigh();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static double[][] numbers(List<String[]> rows) {
    return rows.stream()
        .map(
            row ->
                Arrays.stream(row[1].split(";"))
                    .filter(text -> !text.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static long[][] counts(List<String[]> rows) {
    return Arrays.stream(numbers(rows))
        .map(row -> Arrays.stream(row).mapToLong(v -> (long) v).toArray())
        .toArray(long[][]::new);
  }

  private static List<FrequencyTable> tables(List<String[]> rows) {
    return Arrays.stream(numbers(rows)).map(FrequencyTable::of).toList();
  }
}
