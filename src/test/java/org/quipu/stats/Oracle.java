package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables that the scripts of {@code src/test/oracle} wrote, and comparison with them. */
final class Oracle {
  static final double ESTIMATE = 1e-10;
  static final double P_VALUE = 1e-8;

  /** An expected number: case, quantity, value (null where R gave none). */
  record Expected(String name, String quantity, Double value) {
    @Override
    public String toString() {
      return name + " " + quantity;
    }
  }

  private Oracle() {}

  /** The rows of a table, without its heading, by the case in their first column. */
  static Map<String, List<String[]>> byCase(String file) {
    Map<String, List<String[]>> cases = new LinkedHashMap<>();
    for (String[] row : rows(file)) {
      cases.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row);
    }
    return cases;
  }

  static List<Expected> expected(String file) {
    return rows(file).stream().map(row -> new Expected(row[0], row[1], number(row[2]))).toList();
  }

  static List<String[]> rows(String file) {
    InputStream stream = Oracle.class.getResourceAsStream("/oracle/" + file);
    assertThat(stream).as(file).isNotNull();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** NA is NaN: a missing number in an array. */
  static double[] column(List<String[]> rows, int column) {
    return rows.stream()
        .mapToDouble(row -> row[column].equals("NA") ? Double.NaN : Double.parseDouble(row[column]))
        .toArray();
  }

  static Double number(String text) {
    return text.equals("NA") ? null : Double.valueOf(text);
  }

  /** A p-value: relative error only; below 1e-300 it has to be as small, and above 0. */
  static void checkP(Expected expected, Double actual) {
    if (expected.value() >= 1e-300) {
      check(expected, actual, P_VALUE, 0);
    } else {
      assertThat(actual).as(expected.toString()).isPositive().isLessThan(1.1e-300);
    }
  }

  /** Relative error, or absolute where the expected number is 0 or as good as. */
  static void check(Expected expected, Double actual, double tolerance, double zero) {
    if (expected.value() == null) {
      assertThat(actual).as(expected.toString()).isNull();
      return;
    }
    assertThat(actual).as(expected.toString()).isNotNull();
    double error = Math.abs(actual - expected.value());
    assertThat(error)
        .as(expected + ": expected %s, got %s", expected.value(), actual)
        .isLessThanOrEqualTo(Math.max(zero, tolerance * Math.abs(expected.value())));
  }
}
