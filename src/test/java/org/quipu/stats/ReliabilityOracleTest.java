package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against psych 2.2.9, {@code alpha}: src/test/oracle/reliability.R. */
class ReliabilityOracleTest {
  private static final Map<String, List<String[]>> INPUT = Oracle.byCase("reliability-input.csv");

  static Stream<Oracle.Expected> expected() {
    // The interval of an alpha above 1, which psych gives, begins above its end.
    return Oracle.expected("reliability-expected.csv").stream()
        .filter(one -> !one.name().equals("outliers") || !one.quantity().startsWith("alpha.conf"));
  }

  @ParameterizedTest
  @MethodSource
  void expected(Oracle.Expected expected) {
    String[] path = expected.quantity().split("\\.");
    Double actual =
        switch (path[0]) {
          case "item" ->
              of(scale(expected.name(), -1).itemAnalyses().get(Integer.parseInt(path[1])), path[2]);
          case "reversed" -> reversed(scale(expected.name(), Integer.parseInt(path[1])), path[2]);
          default -> of(result(scale(expected.name(), -1), path[0]), path[1]);
        };
    Oracle.check(expected, actual, Oracle.ESTIMATE, 1e-14);
  }

  @Test
  void covers() {
    assertThat(expected().count()).isGreaterThan(600);
  }

  @Test
  void itemsThatNobodyAnsweredTwiceAreTooFew() {
    PairwiseMoments moments = new PairwiseMoments(3);
    moments.add(new BigDecimal[] {BigDecimal.ONE, null, BigDecimal.TEN});
    moments.add(new BigDecimal[] {BigDecimal.TEN, null, null});
    ReliabilityResult alpha =
        Reliability.of(moments, new int[] {0, 1, 2}, new boolean[3], 2).alpha(0.95);
    assertThat(alpha.estimate()).isNull();
    assertThat(alpha.state()).isEqualTo(State.TOO_FEW);
    assertThat(alpha.reason().en())
        .isEqualTo("Too few items with at least two answers: 1; it takes at least 2.");
  }

  private static ReliabilityResult result(Reliability scale, String method) {
    return switch (method) {
      case "alpha" -> scale.alpha(0.95);
      case "alpha_std" -> scale.standardized();
      case "kr20" -> scale.kr20(0.95);
      case "split_half" -> scale.splitHalf(0.95);
      default -> throw new IllegalArgumentException(method);
    };
  }

  private static Double of(ReliabilityResult result, String quantity) {
    return switch (quantity) {
      case "items" -> (double) result.items();
      case "n" -> (double) result.n();
      case "estimate" -> result.estimate();
      case "confLow" -> result.confLow();
      case "confHigh" -> result.confHigh();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static Double of(ItemAnalysis item, String quantity) {
    return switch (quantity) {
      case "n" -> (double) item.n();
      case "mean" -> item.mean();
      case "sd" -> item.sd();
      case "itemRestR" -> item.itemRestR();
      case "alphaIfDropped" -> item.alphaIfDropped();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static Double reversed(Reliability scale, String quantity) {
    return quantity.equals("estimate")
        ? scale.alpha(0.95).estimate()
        : scale.itemAnalyses().get(Integer.parseInt(quantity)).itemRestR();
  }

  private static Reliability scale(String name, int turned) {
    List<BigDecimal[]> rows =
        INPUT.get(name).stream()
            .map(
                row ->
                    Arrays.stream(row[1].split(";", -1))
                        .map(answer -> answer.isBlank() ? null : new BigDecimal(answer.strip()))
                        .toArray(BigDecimal[]::new))
            .toList();
    int items = rows.get(0).length;
    PairwiseMoments moments = new PairwiseMoments(items);
    rows.forEach(moments::add);
    boolean[] reversed = new boolean[items];
    if (turned >= 0) {
      reversed[turned] = true;
    }
    int[] all = IntStream.range(0, items).toArray();
    return Reliability.of(moments, all, reversed, rows.size());
  }
}
