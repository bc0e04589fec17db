package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The analysis of variance against the certified values of NIST's Statistical Reference Datasets,
 * https://www.itl.nist.gov/div898/strd/anova/anova.html. Accuracy is the log relative error: about
 * the number of correct digits, of which the certificates give 15.
 */
class NistAnovaTest {
  private static final double DIGITS = 14;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AtmWtAg", "SiRstv", "SmLs01", "SmLs02", "SmLs03", "SmLs04", "SmLs05", "SmLs06", "SmLs07",
        "SmLs08", "SmLs09"
      })
  void certifiedSumsOfSquaresAndF(String name) {
    Certified certified = Certified.read(name);
    VarianceSplit split = VarianceSplit.of(SummedGroups.ofTables(certified.groups()));
    assertThat(digits(split.between().doubleValue(), certified.between())).isGreaterThan(DIGITS);
    assertThat(digits(split.within().doubleValue(), certified.within())).isGreaterThan(DIGITS);

    TestResult test = OneWay.anova(certified.groups(), 0.95);
    assertThat(digits(test.statistic(), certified.f())).isGreaterThan(DIGITS);
    assertThat(digits(test.effectSize(), certified.rSquared())).isGreaterThan(DIGITS);
    assertThat(test.df1()).isEqualTo(certified.dfBetween());
    assertThat(test.df2()).isEqualTo(certified.dfWithin());

    List<FrequencyTable> reversed = new ArrayList<>(certified.groups());
    Collections.reverse(reversed);
    assertThat(OneWay.anova(reversed, 0.95)).isEqualTo(test);
  }

  /** What parsing to doubles costs: the reason why tables hold decimals. */
  @Test
  void doublesHaveLostTheDigitsOfSmLs09() {
    Certified certified = Certified.read("SmLs09");
    List<FrequencyTable> rounded =
        certified.groups().stream().map(FrequencyTable::inDoubles).toList();
    assertThat(digits(OneWay.anova(rounded, 0.95).statistic(), certified.f())).isBetween(2.0, 5.0);
  }

  private static double digits(double actual, double expected) {
    return actual == expected ? 15 : -Math.log10(Math.abs(actual - expected) / expected);
  }

  private record Certified(
      List<FrequencyTable> groups,
      double dfBetween,
      double between,
      double dfWithin,
      double within,
      double f,
      double rSquared) {

    static Certified read(String name) {
      List<String> lines = lines("/nist-anova/" + name + ".dat");
      String[] between = fields(lines, "Between ");
      String[] within = fields(lines, "Within ");
      Map<String, Map<BigDecimal, Long>> groups = new TreeMap<>();
      int first = 0;
      while (!lines.get(first).startsWith("Data:  ") || first < 50) {
        first++;
      }
      for (String line : lines.subList(first + 1, lines.size())) {
        String[] pair = line.strip().split("\\s+");
        if (pair.length == 2) {
          groups
              .computeIfAbsent(pair[0], key -> new TreeMap<>())
              .merge(new BigDecimal(pair[1]), 1L, Long::sum);
        }
      }
      return new Certified(
          groups.values().stream().map(FrequencyTable::ofDecimals).toList(),
          Double.parseDouble(between[2]),
          Double.parseDouble(between[3]),
          Double.parseDouble(within[2]),
          Double.parseDouble(within[3]),
          Double.parseDouble(between[5]),
          Double.parseDouble(fields(lines, "Certified R-Squared")[2]));
    }

    private static String[] fields(List<String> lines, String start) {
      return lines.stream()
          .map(String::strip)
          .filter(line -> line.startsWith(start))
          .findFirst()
          .orElseThrow()
          .split("\\s+");
    }

    private static List<String> lines(String resource) {
      try (InputStream in = NistAnovaTest.class.getResourceAsStream(resource)) {
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
