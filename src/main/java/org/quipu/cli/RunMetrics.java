package org.quipu.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The end of a run as numbers, in the text format of Prometheus.
 *
 * @param job its name
 * @param ended when
 * @param exitCode 0: done
 * @param seconds that it took
 * @param stages seconds of each stage
 * @param json what the run says for machines; empty when it failed
 */
record RunMetrics(
    String job,
    Instant ended,
    int exitCode,
    double seconds,
    Map<String, Double> stages,
    Map<String, Object> json) {

  static final String LAST_SUCCESS = "quipu_last_success_timestamp_seconds";

  private static final List<List<String>> OUTCOMES =
      List.of(
          List.of("read", "rows_read"),
          List.of("accepted", "accepted"),
          List.of("quarantined", "quarantined"),
          List.of("duplicate", "duplicates"));

  /**
   * The lines of the file.
   *
   * @param before the lines that the run before left, for when one last succeeded; possibly empty
   */
  String text(String before) {
    var out = new StringBuilder();
    head(out, "quipu_last_run_timestamp_seconds", "When the last run ended, Unix time.");
    line(out, "quipu_last_run_timestamp_seconds", labels(), ended.getEpochSecond());
    head(out, LAST_SUCCESS, "When a run last ended with exit code 0, Unix time.");
    String success = LAST_SUCCESS + "{" + labels() + "} ";
    if (exitCode == ExitCode.DONE) {
      line(out, LAST_SUCCESS, labels(), ended.getEpochSecond());
    } else {
      before
          .lines()
          .filter(line -> line.startsWith(success))
          .forEach(l -> out.append(l).append('\n'));
    }
    head(out, "quipu_last_run_exit_code", "Exit code of the last run: 0 done.");
    line(out, "quipu_last_run_exit_code", labels(), exitCode);
    head(out, "quipu_last_run_duration_seconds", "Seconds from start to end of the last run.");
    line(out, "quipu_last_run_duration_seconds", labels(), seconds);
    head(out, "quipu_stage_duration_seconds", "Seconds of each stage of the last run.");
    stages.forEach(
        (stage, took) -> line(out, "quipu_stage_duration_seconds", labels("stage", stage), took));
    head(out, "quipu_rows", "Rows of the last run by source and what became of them.");
    for (Object each : list("inputs")) {
      Map<?, ?> source = (Map<?, ?>) each;
      for (List<String> outcome : OUTCOMES) {
        line(
            out,
            "quipu_rows",
            labels("source", source.get("source").toString(), "outcome", outcome.get(0)),
            (Number) source.get(outcome.get(1)));
      }
    }
    if (json.containsKey("checks_failed")) {
      head(out, "quipu_checks_failed", "Quality checks that failed in the last run.");
      line(out, "quipu_checks_failed", labels(), list("checks_failed").size());
    }
    return out.toString();
  }

  private List<?> list(String key) {
    return (List<?>) json.getOrDefault(key, List.of());
  }

  private String labels(String... further) {
    var out = new StringBuilder("job=\"" + escaped(job) + "\"");
    for (int i = 0; i < further.length; i += 2) {
      out.append(",%s=\"%s\"".formatted(further[i], escaped(further[i + 1])));
    }
    return out.toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static void head(StringBuilder out, String name, String help) {
    out.append("# HELP %s %s%n# TYPE %s gauge%n".formatted(name, help, name).replace("\r", ""));
  }

  private static void line(StringBuilder out, String name, String labels, Number value) {
    Object shown =
        value instanceof Double seconds
            ? BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_EVEN).toPlainString()
            : value;
    out.append(name).append('{').append(labels).append("} ").append(shown).append('\n');
  }
}
