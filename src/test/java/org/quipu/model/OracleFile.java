package org.quipu.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table that {@code src/test/oracle/models.R} wrote. */
record OracleFile(List<String> header, List<List<String>> rows) {

  static OracleFile of(String name) {
    try {
      List<List<String>> lines =
          Files.readAllLines(Path.of("src/test/resources/oracle", name)).stream()
              .map(line -> List.of(line.split(",", -1)))
              .toList();
      return new OracleFile(lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  List<String> cases() {
    return rows.stream().map(row -> row.get(0)).distinct().toList();
  }

  /** The rows of a case, by column. */
  Stream<Map<String, String>> of(List<String> values) {
    return rows.stream()
        .filter(row -> row.subList(0, values.size()).equals(values))
        .map(
            row -> {
              Map<String, String> named = new LinkedHashMap<>();
              for (int i = 0; i < header.size(); i++) {
                named.put(header.get(i), row.get(i));
              }
              return named;
            });
  }

  static double[] numbers(String text) {
    return Arrays.stream(text.split(";")).mapToDouble(Double::parseDouble).toArray();
  }

  static String key(Map<String, String> row, String... columns) {
    return Stream.of(columns).map(row::get).collect(Collectors.joining(" "));
  }
}
