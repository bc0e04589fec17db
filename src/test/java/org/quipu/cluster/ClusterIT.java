package org.quipu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.cli.Quipu;

/**
 * The jar for clusters on a master and two workers, each a process, with authentication and
 * encryption as conf/cluster.conf sets them: the same bytes as on a laptop, whoever is killed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
  /** Short lives: the quick compiler alone costs half the processor time. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static LoopbackCluster cluster;
  private static SortedMap<String, String> expected;

  @BeforeAll
  static void computeOnOneMachineAndStartACluster() throws Exception {
    for (String format : List.of("csv", "parquet")) {
      locally(
          ("synthesize --facilities 60 --months 12 --indicators 20 --respondents 1000 --format "
                  + format
                  + " --out "
                  + folder.resolve(format))
              .split(" "));
    }
    Path warehouse = folder.resolve("local");
    locally(job(warehouse, Map.of()).toArray(String[]::new));
    expected = PublishedBytes.current(warehouse);
    assertThat(expected).containsKeys("unit_performance.parquet", "restricted/quarantine.parquet");
    cluster = LoopbackCluster.start(folder.resolve("cluster"), 2);
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.stop();
    }
  }

  /** Text cut into a dozen parts, and Parquet. */
  private static List<String> job(Path warehouse, Map<String, String> settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                folder.resolve("csv/synthetic.conf").toString(),
                "--warehouse",
                warehouse.toString(),
                "--lang",
                "en",
                "--set",
                "studies=[facility-performance,staff-governance]",
                "--set",
                "spark.split-bytes=32768",
                "--set",
                "sources.staff-survey.path=" + folder.resolve("parquet/staff-survey.parquet")));
    settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return arguments;
  }

  private static void locally(String... arguments) {
    var err = new ByteArrayOutputStream();
    int code =
        Quipu.run(
            new PrintStream(PrintStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static Process submit(Path warehouse, Path log, Map<String, String> settings)
      throws IOException {
    return submit(log, job(warehouse, settings));
  }

  private static Process submit(Path log, List<String> job) throws IOException {
    List<String> arguments = new ArrayList<>(job);
    arguments.addAll(List.of("--conf", Path.of("conf/cluster.conf").toAbsolutePath().toString()));
    Map<String, String> environment =
        Map.of(
            "JAVA_OPTS",
            QUICK,
            "QUIPU_SUBMIT",
            "--conf spark.executor.memory=512m --properties-file " + properties());
    return cluster.submit(log, environment, arguments);
  }

  private static Path properties() throws IOException {
    return Files.writeString(
        folder.resolve("submit.conf"), "spark.executor.extraJavaOptions " + QUICK + "\n");
  }

  @Test
  @Order(1)
  void theClusterGivesTheBytesOfOneMachineForAllStudiesAndModels() throws Exception {
    Path local = folder.resolve("sample");
    locally("run", "jobs/national.conf", "--warehouse", local.toString(), "--lang", "en");
    Path warehouse = folder.resolve("on-cluster");
    Path log = folder.resolve("on-cluster.log");

    Process run =
        submit(
            log,
            List.of(
                "run", "jobs/national.conf", "--warehouse", warehouse.toString(), "--lang", "en"));

    assertThat(run.waitFor()).as(() -> text(log)).isZero();
    assertThat(PublishedBytes.current(warehouse)).isEqualTo(PublishedBytes.current(local));
    assertThat(Files.readString(log))
        .as("work was done by executors")
        .contains("Registered executor", "authentication enabled")
        .contains("tasks have all completed");
  }

  @Test
  @Order(2)
  void theSameWhenTheDriverAnExecutorAndAWorkerAreKilledWhileTasksRun() throws Exception {
    Path warehouse = folder.resolve("killed");
    Path gate = Files.createDirectory(folder.resolve("gate"));
    Map<String, String> gated =
        Map.of(
            "spark.conf.\"spark.hadoop.fs.file.impl\"",
            GatedDisk.class.getName(),
            "spark.conf.\"spark.hadoop." + GatedDisk.FOLDER + "\"",
            gate.toString());

    Process first = submit(warehouse, folder.resolve("killed-driver.log"), gated);
    Set<Long> before = waiting(gate, Set.of(), 1, first, folder.resolve("killed-driver.log"));
    first.destroyForcibly().waitFor();
    assertThat(warehouse.resolve("CURRENT")).doesNotExist();
    until("executors end with their driver", () -> before.stream().noneMatch(ClusterIT::isAlive));

    Path log = folder.resolve("killed.log");
    Process run = submit(warehouse, log, gated);
    Set<Long> executors = waiting(gate, before, 2, run, log);
    long executor = executors.iterator().next();
    ProcessHandle.of(executor).orElseThrow().destroyForcibly();
    Set<Long> gone =
        Stream.concat(before.stream(), Stream.of(executor)).collect(Collectors.toSet());
    Set<Long> now = waiting(gate, gone, 2, run, log);
    assertThat(now).as("the executor was replaced").doesNotContain(executor).hasSize(2);

    ProcessHandle worker = cluster.worker(1);
    Set<Long> ofWorker =
        worker
            .descendants()
            .map(ProcessHandle::pid)
            .filter(now::contains)
            .collect(Collectors.toSet());
    assertThat(ofWorker).as("executors of the worker that wait in a task").isNotEmpty();
    worker.destroyForcibly();
    until("executors end with their worker", () -> ofWorker.stream().noneMatch(ClusterIT::isAlive));
    Files.createFile(gate.resolve("open"));

    assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).as(() -> text(log)).isZero();
    assertThat(PublishedBytes.current(warehouse)).isEqualTo(expected);
    assertThat(Files.readString(log)).contains("Lost executor");
  }

  /** The processes that wait before the gate, once there are enough. */
  private static Set<Long> waiting(Path gate, Set<Long> not, int count, Process run, Path log)
      throws Exception {
    until(
        count + " executors wait",
        () -> {
          assertThat(run.isAlive()).as(() -> text(log)).isTrue();
          return waiting(gate, not).size() >= count;
        });
    return waiting(gate, not);
  }

  private static Set<Long> waiting(Path gate, Set<Long> not) throws IOException {
    try (Stream<Path> files = Files.list(gate)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("waiting-"))
          .map(name -> Long.valueOf(name.substring("waiting-".length())))
          .filter(pid -> !not.contains(pid) && isAlive(pid))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
      Thread.sleep(50);
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
