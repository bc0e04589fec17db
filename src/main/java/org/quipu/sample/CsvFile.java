package org.quipu.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One sample file: comma-separated, a header line, {@code \n} line ends, quotes only where needed.
 *
 * @param name file name, e.g. {@code goal-attainment.csv}
 * @param rows header first; a missing value is an empty string
 */
record CsvFile(String name, List<List<String>> rows) {

  /** A file with no rows yet. */
  static CsvFile withHeader(String name, String... columns) {
    CsvFile file = new CsvFile(name, new ArrayList<>());
    file.rows.add(List.of(columns));
    return file;
  }

  /** Appends a row; values are written as {@link String#valueOf(Object)} writes them. */
  void add(Object... values) {
    if (values.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          name + ": " + Arrays.toString(values) + " does not fit the header " + rows.get(0));
    }
    rows.add(Arrays.stream(values).map(String::valueOf).toList());
  }

  /** Puts a row of text before the given line, the header being line 1. */
  void plant(int line, String... values) {
    rows.add(line - 1, List.of(values));
  }

  /** Repeats an existing line, unchanged, further down. */
  void plantCopy(int ofLine, int line) {
    rows.add(line - 1, rows.get(ofLine - 1));
  }

  String text() {
    return rows.stream()
        .map(row -> row.stream().map(CsvFile::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
