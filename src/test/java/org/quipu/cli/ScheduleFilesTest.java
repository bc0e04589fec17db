package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.Configs;
import org.quipu.config.JobConfig;
import org.quipu.config.OperationConfig;
import org.quipu.config.OperationConfig.LogFormat;
import org.quipu.job.RunOutcome;

/**
 * What conf/schedule hands to schedulers: read by their own tools where those are here, and run.
 */
class ScheduleFilesTest {
  private static final Path SCHEDULE = Path.of("conf/schedule").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void cronStartsARunWhoseConfigurationHolds() throws IOException {
    String line = last(SCHEDULE.resolve("quipu.cron"));
    assertThat(line).matches("[0-9*/,-]+( [0-9*/,-]+){4} quipu .*");
    assertThat(line).as("cron takes % for the end of a line").doesNotContain("%");

    JobConfig config = runs(after("/jobs/quipu ", line.replace(">/dev/null", "")));

    assertThat(config.keepVersions()).isEqualTo(12);
    assertThat(config.keepHours()).isEqualTo(48);
  }

  @Test
  void theSettingsForAllOfThemLeaveAJsonLogAndMetrics() {
    OperationConfig operation =
        Configs.load(List.of(), Optional.of(SCHEDULE.resolve("scheduled.conf")), List.of())
            .operation();

    assertThat(operation.logFormat()).isEqualTo(LogFormat.JSON);
    assertThat(operation.logFile()).isEqualTo("/var/log/quipu/quipu.json");
    // The collector reads no other ending.
    assertThat(operation.metricsFile()).endsWith(".prom");
  }

  @Test
  void systemdAcceptsTheUnitsAndStartsARun() throws Exception {
    String service = Files.readString(SCHEDULE.resolve("quipu.service"));
    String start =
        service.lines().filter(line -> line.startsWith("ExecStart=")).findFirst().orElseThrow();
    JobConfig config = runs(after("/jobs/quipu ", start.replace("%d", "/run/credentials")));
    assertThat(config.privacy().keyFile()).isEqualTo("/run/credentials/pseudonyms.key");

    assumeTrue(isThere("systemd-analyze"));
    Path home = Path.of("").toAbsolutePath();
    Path unit =
        Files.writeString(
            folder.resolve("quipu.service"), service.replace("/opt/quipu", home.toString()));
    Path timer = Files.copy(SCHEDULE.resolve("quipu.timer"), folder.resolve("quipu.timer"));
    assertThat(said("systemd-analyze", "verify", unit.toString(), timer.toString()))
        .doesNotContain("quipu");
  }

  @Test
  void airflowGetsAnOperatorThatSubmitsTheJar() throws Exception {
    assumeTrue(isThere("python3"));
    // A stand-in for Airflow that says what the operator was given.
    Path airflow = folder.resolve("airflow");
    Path operators = Files.createDirectories(airflow.resolve("providers/apache/spark/operators"));
    for (Path package_ :
        List.of(
            airflow.resolve("providers"),
            airflow.resolve("providers/apache"),
            airflow.resolve("providers/apache/spark"),
            operators)) {
      Files.writeString(package_.resolve("__init__.py"), "");
    }
    Files.writeString(
        airflow.resolve("__init__.py"),
        """
        class DAG:
            def __init__(self, dag_id, **given):
                print("catchup", given["catchup"], "active", given["max_active_runs"])
            def __enter__(self):
                return self
            def __exit__(self, *failure):
                return None
        """);
    Files.writeString(
        operators.resolve("spark_submit.py"),
        """
        class SparkSubmitOperator:
            def __init__(self, **given):
                print(given["application"])
                print(given["java_class"])
                print(" ".join(given["application_args"]))
        """);
    String said =
        said(
            Map.of("PYTHONPATH", folder.toString(), "PYTHONDONTWRITEBYTECODE", "1"),
            "python3",
            SCHEDULE.resolve("quipu_airflow.py").toString());
    List<String> lines = said.lines().toList();
    assertThat(lines).as(said).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("catchup False active 1");
    assertThat(lines.get(1)).endsWith("/target/quipu-cluster.jar");
    assertThat(lines.get(2)).isEqualTo(Quipu.class.getName());
    assertThat(runs(lines.get(3)).spark().master()).isEmpty();
  }

  @Test
  void kubernetesNeverRunsTwoAtOnce() throws Exception {
    Path yaml = SCHEDULE.resolve("quipu-kubernetes.yaml");
    String text = Files.readString(yaml);
    assertThat(text)
        .contains("kind: ScheduledSparkApplication", "concurrencyPolicy: Forbid")
        .contains("mainClass: " + Quipu.class.getName());
    String arguments =
        text.lines()
            .dropWhile(line -> !line.strip().equals("arguments:"))
            .skip(1)
            .takeWhile(line -> line.strip().startsWith("- "))
            .map(line -> line.strip().substring(2))
            .collect(Collectors.joining(" "));
    assertThat(runs(arguments).spark().conf()).containsEntry("spark.authenticate", "true");

    assumeTrue(isThere("python3") && said("python3", "-c", "import yaml").isEmpty());
    String check =
        "import sys, yaml; print(yaml.safe_load(open(sys.argv[1]))['spec']['template']['driver']['cores'])";
    assertThat(said("python3", "-c", check, yaml.toString())).isEqualToIgnoringNewLines("2");
  }

  @Test
  void yarnGetsWhatSparkSubmitUnderstands() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path submit =
        Files.writeString(bin.resolve("spark-submit"), "#!/bin/bash\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    String said =
        said(
            Map.of("PATH", bin + File.pathSeparator + System.getenv("PATH"), "QUIPU_HOME", "/q"),
            SCHEDULE.resolve("quipu-yarn").toString(),
            "--full");

    List<String> arguments = new ArrayList<>(said.lines().toList());
    // Spark asks for the cluster's configuration only when it gets that far.
    var parsed =
        new SparkSubmitArguments(
            scala.jdk.javaapi.CollectionConverters.asScala(arguments).toSeq(),
            scala.jdk.javaapi.CollectionConverters.<String, String>asScala(
                    Map.of("YARN_CONF_DIR", "/etc/hadoop"))
                .toMap(scala.$less$colon$less$.MODULE$.refl()));
    assertThat(parsed.mainClass()).isEqualTo(Quipu.class.getName());
    assertThat(parsed.primaryResource()).endsWith("/q/target/quipu-cluster.jar");
    assertThat(parsed.deployMode()).isEqualTo("client");
    List<String> own = scala.jdk.javaapi.CollectionConverters.asJava(parsed.childArgs());
    assertThat(own).last().isEqualTo("--full");
    runs(String.join(" ", own));
  }

  /** Parses a command line and loads its configuration, as a run does first; runs nothing. */
  private JobConfig runs(String commandLine) throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.copy(SCHEDULE.resolve("scheduled.conf"), etc.resolve("scheduled.conf"));
    Files.copy(Path.of("conf/cluster.conf"), etc.resolve("cluster.conf"));
    Files.writeString(
        etc.resolve("national.conf"),
        "include file(\"" + Path.of("jobs/national.conf").toAbsolutePath() + "\")\n");
    var arguments =
        new ArrayList<>(
            Arrays.asList(commandLine.replace("/etc/quipu", etc.toString()).split(" ")));
    arguments.addAll(List.of("--warehouse", folder.resolve("w").toString()));
    // Nothing outside this test's folder, and no log of another make for the tests that follow.
    arguments.addAll(List.of("--set", "operation.metrics-file=" + folder.resolve("m.prom")));
    arguments.addAll(List.of("--set", "operation.log-file=", "--set", "operation.log-format=text"));
    var config = new AtomicReference<JobConfig>();
    var err = new ByteArrayOutputStream();
    int code =
        Quipu.run(
            new PrintStream(PrintStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            (loaded, request, progress) -> {
              config.set(loaded);
              return new RunOutcome(0, "r", "", "", Map.of());
            },
            arguments.toArray(String[]::new));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return config.get();
  }

  private static String last(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1);
  }

  private static String after(String marker, String line) {
    return line.substring(line.indexOf(marker) + marker.length()).strip();
  }

  private static boolean isThere(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
  }

  private String said(String... command) throws Exception {
    return said(Map.of(), command);
  }

  private String said(Map<String, String> environment, String... command) throws Exception {
    Path out = folder.resolve("said");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).start().waitFor();
    return Files.readString(out);
  }
}
