package org.quipu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.cli.Quipu;

/** Runs as processes of their own: killed at any time, two on one warehouse, and what they log. */
class KilledProcessIT {
  private static final int KILLS = 5;

  @TempDir Path folder;
  private Path warehouse;
  private Path log;

  /** A first run, after which no other needs Spark: what it read stays in the store. */
  @BeforeEach
  void makeInputsAndAFirstVersion() {
    warehouse = folder.resolve("warehouse");
    log = folder.resolve("log");
    String inputs =
        "synthesize --facilities 30 --months 2 --indicators 5 --respondents 30 --format csv --out ";
    assertThat(here((inputs + folder.resolve("data")).split(" "))).isZero();
    assertThat(here(arguments(warehouse, 1.0).toArray(String[]::new))).isZero();
  }

  private static int here(String... arguments) {
    var nowhere = new PrintStream(PrintStream.nullOutputStream());
    return Quipu.run(nowhere, nowhere, arguments);
  }

  private List<String> arguments(Path into, double goalShare) {
    return List.of(
        "run",
        folder.resolve("data/synthetic.conf").toString(),
        "--warehouse",
        into.toString(),
        "--lang",
        "en",
        "--set",
        "studies=[facility-performance]",
        "--set",
        "sources.staff-survey=null",
        "--set",
        "goal-share=" + goalShare);
  }

  @Test
  void aKilledRunLeavesTheOldVersionOrTheNewOne() throws Exception {
    SortedMap<String, String> oldBytes = PublishedBytes.current(warehouse);
    String first = Files.readString(warehouse.resolve("CURRENT"));
    long started = System.nanoTime();
    assertThat(run(0.5).waitFor()).as(text(log)).isZero();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    SortedMap<String, String> newBytes = PublishedBytes.current(warehouse);
    Files.writeString(warehouse.resolve("CURRENT"), first);
    assertThat(newBytes).isNotEqualTo(oldBytes);

    // The last tenth of a run, in which it publishes, as often as all that goes before.
    Random random = new Random(5);
    for (int kill = 0; kill < KILLS; kill++) {
      long from = kill % 2 == 0 ? millis * 9 / 10 : millis / 10;
      long at = from + random.nextLong(millis / (kill % 2 == 0 ? 5 : 1));
      Process run = run(0.5);
      run.waitFor(at, TimeUnit.MILLISECONDS);
      run.destroyForcibly().waitFor();
      assertThat(PublishedBytes.current(warehouse))
          .as("killed after %d ms of about %d", at, millis)
          .isIn(oldBytes, newBytes);
    }

    assertThat(run(0.5).waitFor()).as(text(log)).isZero();
    assertThat(PublishedBytes.current(warehouse)).isEqualTo(newBytes);
  }

  @Test
  void ofTwoRunsOnOneWarehouseOneWinsAndTheOtherSaysSo() throws Exception {
    Process first = run(0.25);
    Path lock = warehouse.resolve(".lock");
    while (!text(lock).contains("process " + first.pid())) {
      assertThat(first.isAlive()).as(text(log)).isTrue();
      Thread.sleep(5);
    }
    signal("STOP", first);
    Path secondLog = folder.resolve("second.log");
    Process second = start(0.5, secondLog);
    int code = second.waitFor();
    signal("CONT", first);

    assertThat(code).as(text(secondLog)).isEqualTo(75);
    assertThat(text(secondLog))
        .contains("Another run holds the warehouse", "process " + first.pid());
    assertThat(first.waitFor()).as(text(log)).isZero();
    assertThat(warehouse.resolve("versions"))
        .isDirectoryContaining("glob:**/000002-*")
        .isDirectoryNotContaining("glob:**/000003-*");
  }

  @Test
  void theLogIsAJsonObjectALineAndHoldsNoSecret() throws Exception {
    Path json = folder.resolve("quipu.json");
    List<String> settings =
        List.of(
            "--set",
            "operation.log-format=json",
            "--set",
            "operation.log-file=" + json,
            "--set",
            "spark.conf.\"spark.hadoop.fs.s3a.secret.key\"=do-not-tell");
    assertThat(start(0.5, settings, log).waitFor()).as(text(log)).isZero();
    // A defect, as far as the command line is concerned: its stack trace goes to the log.
    var broken = new ArrayList<>(settings);
    broken.addAll(List.of("--set", "spark.conf.\"spark.hadoop.fs.file.impl\"=java.lang.String"));
    assertThat(start(0.5, broken, log).waitFor()).isEqualTo(1);

    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(json)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines).allMatch(line -> line.get("time").asText().endsWith("Z"));
    assertThat(lines)
        .anyMatch(
            line ->
                line.get("message").asText().startsWith("stage done")
                    && line.at("/fields/stage").asText().equals("Writing the tables"))
        .anyMatch(
            line ->
                line.get("message").asText().startsWith("run ended with 0")
                    && line.at("/fields/exit_code").asText().equals("0"))
        .anyMatch(line -> line.has("stack_trace") && line.get("level").asText().equals("ERROR"));
    assertThat(text(json) + text(log)).contains("(hidden)").doesNotContain("do-not-tell");
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
    assertThat(kill.start().waitFor()).isZero();
  }

  private Process run(double goalShare) throws IOException {
    return start(goalShare, log);
  }

  private Process start(double goalShare, Path said) throws IOException {
    return start(goalShare, List.of(), said);
  }

  private Process start(double goalShare, List<String> further, Path said) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/quipu.jar:" + Files.readString(Path.of("target/classpath")).strip(),
                "org.quipu.cli.Quipu"));
    command.addAll(arguments(warehouse, goalShare));
    command.addAll(further);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
        .start();
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
