package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.Row;

/** The level of confidence is that of every interval in every table. */
class ConfidenceTest {
  private static final List<String> TABLES =
      List.of(
          "correlation",
          "hypothesis_test",
          "effect_size",
          "posthoc",
          "reliability",
          "agreement",
          "panel_agreement",
          "model_coefficient");

  @TempDir Path folder;

  private RunOfSample at(String confidence) {
    RunOfSample run = RunOfSample.in(folder.resolve(confidence)).with("confidence=" + confidence);
    assertThat(run.run("national")).isZero();
    return run;
  }

  @Test
  void ofLessConfidenceIsNarrower() {
    RunOfSample wide = at("0.95");
    RunOfSample narrow = at("0.5");
    for (String table : TABLES) {
      assertNarrower(table, "conf_low", "conf_high", wide, narrow);
    }
    for (String table : List.of("descriptive", "indicator_summary")) {
      assertNarrower(table, "mean_low", "mean_high", wide, narrow);
    }
    assertThat(margins(narrow)).isLessThan(margins(wide));
  }

  private static double margins(RunOfSample run) {
    return run.table("sample").stream()
        .map(row -> (Double) row.value("margin_points"))
        .filter(margin -> margin != null)
        .mapToDouble(margin -> margin)
        .sum();
  }

  private static void assertNarrower(
      String table, String low, String high, RunOfSample wide, RunOfSample narrow) {
    Map<String, Double> before = widths(wide.table(table), low, high);
    Map<String, Double> after = widths(narrow.table(table), low, high);
    assertThat(after.keySet()).as(table).isEqualTo(before.keySet()).isNotEmpty();
    before.forEach(
        (row, width) -> {
          if (width > 0) {
            assertThat(after.get(row)).as(table + " " + row).isLessThan(width);
          }
        });
  }

  /** Row, by the texts that stand before its numbers → upper less lower end. */
  private static Map<String, Double> widths(List<Row> rows, String low, String high) {
    Map<String, Double> widths = new HashMap<>();
    for (Row row : rows) {
      if (row.value(low) != null && row.value(high) != null) {
        String key =
            row.values().subList(1, row.names().indexOf(low)).stream()
                .filter(value -> value instanceof String)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        widths.put(key, (Double) row.value(high) - (Double) row.value(low));
      }
    }
    return widths;
  }
}
