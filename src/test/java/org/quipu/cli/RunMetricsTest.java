package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.job.RunOutcome;
import org.quipu.job.Runner;
import org.quipu.source.InputException;

/** The file that node exporter's textfile collector reads, as runs leave it. */
class RunMetricsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static RunOutcome outcome(int exitCode) {
    Map<String, Object> source =
        Map.of(
            "source", "staff-survey",
            "rows_read", 10L,
            "accepted", 7L,
            "quarantined", 2L,
            "duplicates", 1L);
    return new RunOutcome(
        exitCode,
        "r",
        "",
        "",
        Map.of("run_id", "r", "inputs", List.of(source), "checks_failed", List.of("a", "b")));
  }

  private int run(Runner runner, Path file) {
    return Quipu.run(
        new PrintStream(PrintStream.nullOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        runner,
        "run",
        "jobs/staff-governance.conf",
        "--lang",
        "en",
        "--warehouse",
        folder.resolve("w").toString(),
        "--set",
        "operation.metrics-file=" + file);
  }

  @Test
  void aRunLeavesItsRowsDurationsAndEnd() throws IOException {
    Path file = folder.resolve("metrics/quipu.prom");

    int code =
        run(
            (config, request, progress) -> {
              progress.stage("Reading \"x\"", "Leyendo");
              progress.done();
              return outcome(0);
            },
            file);

    assertThat(code).as(err::toString).isZero();
    assertThat(file)
        .content()
        .contains("quipu_last_run_exit_code{job=\"staff-governance\"} 0\n")
        .contains(
            "quipu_rows{job=\"staff-governance\",source=\"staff-survey\",outcome=\"quarantined\"} 2\n")
        .contains(
            "quipu_rows{job=\"staff-governance\",source=\"staff-survey\",outcome=\"duplicate\"} 1\n")
        .contains("quipu_checks_failed{job=\"staff-governance\"} 2\n")
        .containsPattern(
            "quipu_stage_duration_seconds\\{job=\"staff-governance\",stage=\"Reading \\\\\"x\\\\\"\"} 0\\.\\d{3}\n")
        .containsPattern(
            "quipu_last_success_timestamp_seconds\\{job=\"staff-governance\"} \\d{10}\n");
    // Prometheus' text format: comments, and NAME{LABEL="VALUE",…} NUMBER.
    assertThat(Files.readAllLines(file))
        .allMatch(
            line ->
                line.matches("# (HELP|TYPE) [a-z_]+ .+")
                    || line.matches(
                        "[a-z_]+\\{([a-z]+=\"([^\"\\\\]|\\\\.)*\",?)+} -?\\d+(\\.\\d+)?"));
  }

  @Test
  void aFailedRunKeepsWhenOneLastSucceeded() throws IOException {
    Path file = folder.resolve("quipu.prom");
    assertThat(run((config, request, progress) -> outcome(0), file)).isZero();
    String success = success(file);

    int code =
        run(
            (config, request, progress) -> {
              throw new InputException("a column is missing", "falta una columna");
            },
            file);

    assertThat(code).isEqualTo(3);
    assertThat(file).content().contains("quipu_last_run_exit_code{job=\"staff-governance\"} 3\n");
    assertThat(success(file)).isEqualTo(success);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .doesNotContain(".quipu.prom.new");
    }
  }

  @Test
  void aRunIsWhatItWasWhereMetricsCannotBeWritten() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");

    int code = run((config, request, progress) -> outcome(0), notAFolder.resolve("quipu.prom"));

    assertThat(code).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("the metrics cannot be written");
  }

  private static String success(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("quipu_last_success_timestamp_seconds{"))
        .findFirst()
        .orElseThrow();
  }
}
