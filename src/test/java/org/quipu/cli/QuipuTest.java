package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FSError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.config.JobConfig;
import org.quipu.config.Language;
import org.quipu.config.StudyName;
import org.quipu.job.RunOutcome;
import org.quipu.job.RunRequest;
import org.quipu.job.Runner;
import org.quipu.source.InputException;
import org.quipu.table.Warehouse;

/** The command line as a user meets it; the run itself is stood in for. */
class QuipuTest {
  @TempDir Path folder;
  private Path job;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<JobConfig> configs = new ArrayList<>();
  private final List<RunRequest> requests = new ArrayList<>();

  @BeforeEach
  void writeJob() throws IOException {
    job =
        Files.writeString(
            folder.resolve("red.conf"),
            """
            studies = [staff-governance]
            sources { staff-survey.path = s.csv, instrument.path = i.csv }
            """);
  }

  @Test
  void aRunReceivesItsConfigurationAndItsWarehouse() {
    assertThat(run("run", job.toString(), "--warehouse", folder + "/w", "--run-id", "marzo-2007"))
        .isZero();

    assertThat(configs)
        .singleElement()
        .satisfies(
            config -> {
              assertThat(config.job()).isEqualTo("red");
              assertThat(config.studies()).containsExactly(StudyName.STAFF_GOVERNANCE);
            });
    assertThat(requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.warehouse()).isEqualTo(folder + "/w");
              assertThat(request.runId()).contains("marzo-2007");
              assertThat(request.validateOnly()).isFalse();
            });
    assertThat(out()).isEqualTo("resumen\n");
  }

  @Test
  void validateAsksForNoTables() {
    assertThat(run("validate", job.toString())).isZero();
    assertThat(requests).singleElement().matches(RunRequest::validateOnly);
  }

  @Test
  void jsonIsAllThatStandardOutputHolds() throws IOException {
    assertThat(run("run", job.toString(), "--json")).isZero();

    assertThat(out().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(out());
    assertThat(json.get("rows").asInt()).isEqualTo(7);
    assertThat(json.get("text").asText()).isEqualTo("«á»");
    assertThat(err()).contains("resumen");
  }

  @Test
  void aFailureIsJsonToo() throws IOException {
    assertThat(run("run", job.toString(), "--json", "--set", "goal-period=week")).isEqualTo(2);

    JsonNode json = new ObjectMapper().readTree(out());
    assertThat(json.get("exit_code").asInt()).isEqualTo(2);
    assertThat(json.get("error").asText()).contains("year, month");
  }

  @Test
  void theExitCodeOfTheRunIsTheProcess() {
    Runner strict =
        (config, request, progress) -> new RunOutcome(4, "r", "", "una cifra difiere", Map.of());
    assertThat(run(strict, "run", job.toString())).isEqualTo(4);
    assertThat(out()).contains("una cifra difiere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rum                                   | There is no verb rum. Did you mean run?
          run --warehose=/w                     | There is no option --warehose. Did you mean --warehouse?
          run --set                             | Missing: --set KEY=VALUE
          run --set goal-period                 | expected KEY=VALUE
          run --set goal-perod=month            | Did you mean goal-period?
          run --set goal-period=week            | goal-period is one of year, month
          run --set sources.instrument=null     | staff-governance needs the source instrument
          run --conf absent.conf                | absent.conf: there is no such configuration file
          run --run-id ../x                     | --run-id ../x is not allowed
          run --conf a --conf b                 | --conf is given twice.
          run --lang fr                         | --lang "fr" is not allowed; allowed is one of en, es, auto.
          run --warehouse=                      | --warehouse "" is not allowed; allowed is a text that is not empty.
          validate --run-id x                   | There is no option --run-id.
          """)
  void wrongUsageEndsWithTwoAndSaysWhatIsRight(String line, String sentence) {
    var arguments = new ArrayList<>(List.of(line.split(" +")));
    if (!arguments.get(0).equals("rum")) {
      arguments.add(1, job.toString());
    }

    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(err()).contains(sentence);
    assertThat(out()).isEmpty();
    assertThat(requests).isEmpty();
  }

  @Test
  void anOptionBeforeItsVerbIsToldWhereItStands() {
    assertThat(run("--warehouse", "w", "run")).isEqualTo(2);
    assertThat(err()).contains("--warehouse stands behind a verb: quipu VERB --warehouse");
    assertThat(run("--lang", "es", "--set=goal-period=month", "run")).isEqualTo(2);
    assertThat(err()).contains("--set va detrás de un verbo: quipu VERBO --set");
  }

  @Test
  void anAbsentJobNamesTheNearest() {
    assertThat(run("run", "staf-governance")).isEqualTo(2);
    assertThat(err()).contains("Did you mean staff-governance?");
  }

  @Test
  void aJobOfTheHouseIsFoundByItsName() {
    assertThat(run("run", "linkage")).isZero();
    assertThat(configs.get(0).studies()).containsExactly(StudyName.LINKAGE);
  }

  @Test
  void withoutAJobTheWholeCountryIsRun() {
    assertThat(run("run")).isZero();
    assertThat(configs.get(0).job()).isEqualTo("national");
    assertThat(configs.get(0).studies()).containsExactly(StudyName.values());
  }

  @Test
  void anInputThatBreaksItsContractEndsWithThree() {
    Runner broken =
        (config, request, progress) -> {
          throw new IllegalStateException(
              new InputException("s.csv: no column facility_id", "s.csv: falta facility_id"));
        };
    assertThat(run(broken, "run", job.toString(), "--lang", "es")).isEqualTo(3);
    assertThat(err()).contains("quipu: s.csv: falta facility_id").doesNotContain("\tat ");
  }

  @Test
  void aDefectEndsWithOneSentenceAndALog() throws IOException {
    Runner defect =
        (config, request, progress) -> {
          throw new IllegalStateException("Job aborted", new ArithmeticException("overflow"));
        };
    Path warehouse = folder.resolve("w");

    assertThat(run(defect, "run", job.toString(), "--warehouse", warehouse.toString()))
        .isEqualTo(1);

    Path log = warehouse.resolve("logs/quipu.log");
    assertThat(err())
        .contains("It failed: overflow (ArithmeticException)")
        .contains(log.toString())
        .doesNotContain("\tat ");
    assertThat(log)
        .content()
        .contains("Job aborted", "Caused by: ", "\tat org.quipu.cli.QuipuTest");
  }

  @Test
  void aFullDiskIsNamedAndTold() throws IOException {
    Path metrics = folder.resolve("full.prom");
    for (Runner full :
        List.<Runner>of(
            // Hadoop's local disk makes an Error of it.
            (config, request, progress) -> {
              throw ofHadoop(new IOException("No space left on device"));
            },
            (config, request, progress) -> {
              throw new IllegalStateException(new IOException("No space left on device"));
            })) {
      out.reset();
      err.reset();
      Files.deleteIfExists(metrics);

      assertThat(
              run(
                  full,
                  "run",
                  job.toString(),
                  "--json",
                  "--warehouse",
                  folder + "/w",
                  "--set",
                  "operation.metrics-file=" + metrics))
          .isEqualTo(1);

      String sentence = "There is no space left on the disk of the warehouse " + folder + "/w";
      assertThat(err()).startsWith("quipu: " + sentence).doesNotContain("Exception");
      JsonNode json = new ObjectMapper().readTree(out());
      assertThat(json.get("exit_code").asInt()).isEqualTo(1);
      assertThat(json.get("error").asText()).startsWith(sentence);
      assertThat(metrics).content().contains("quipu_last_run_exit_code");
    }
  }

  @Test
  void aFullDiskWhoseFileIsKnownIsThatFiles() {
    Runner full =
        (config, request, progress) -> {
          throw new UncheckedIOException(
              new FileSystemException("/x/store/a", null, "No space left on device"));
        };
    assertThat(run(full, "run", job.toString(), "--lang", "es")).isEqualTo(1);
    assertThat(err()).contains("quipu: No queda espacio en el disco de /x/store/a.");
  }

  @Test
  void aFullDiskOfSyntheticDataIsTheirs() {
    var screen = new Screen(print(out), print(err), Language.EN);
    screen.writesTo(Path.of("/x/pe10"));
    assertThat(Failures.report(new IOException("No space left on device"), List.of(), screen))
        .isEqualTo(1);
    assertThat(err()).contains("There is no space left on the disk of /x/pe10.");
  }

  @Test
  void metricsThatCannotBeWrittenAreSaidInWords() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(run("run", job.toString(), "--set", "operation.metrics-file=" + file + "/m.prom"))
        .isZero();
    assertThat(err())
        .contains("quipu: the metrics cannot be written: there is a file where a directory is")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "s3a://b/w, S3A is not in this Spark. It comes with spark-submit --packages",
    "hdfs://no-such-host.invalid/w, no host is called no-such-host.invalid"
  })
  void aWarehouseThatCannotBeReachedIsNamed(String far, String why) {
    for (String verb : List.of("tables", "run")) {
      err.reset();
      Runner opens =
          (config, request, progress) -> {
            Warehouse.at(request.warehouse()).begin("r");
            return null;
          };
      List<String> arguments = new ArrayList<>(List.of(verb, "--warehouse", far, "--lang", "en"));
      if (verb.equals("run")) {
        arguments.add(1, job.toString());
      }
      assertThat(run(opens, arguments.toArray(String[]::new))).isEqualTo(2);
      assertThat(err())
          .contains("quipu: The warehouse " + far + " cannot be reached: " + why)
          .doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          show t --format xml              | --format xml | table, csv, json
          show t --limit q                 | --limit q | 9223372036854775807
          synthesize --out x --indicators x| --indicators x | 2147483647
          synthesize --out x --bad-rate x  | --bad-rate x | 0.01
          """)
  void aValueOfTheWrongTypeIsSaidInBothLanguages(String line, String option, String allowed) {
    for (String lang : List.of("en", "es")) {
      err.reset();
      var arguments = new ArrayList<>(List.of(line.strip().split(" +")));
      arguments.addAll(List.of("--lang", lang));

      assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
      assertThat(err())
          .contains(
              "quipu: "
                  + option
                  + (lang.equals("es")
                      ? " no está permitido; se admite u"
                      : " is not allowed; allowed is "))
          .contains(allowed)
          .doesNotContain("Invalid");
    }
  }

  @Test
  void helpAndErrorsSpeakSpanish() {
    assertThat(run("run", "--help", "--lang", "es")).isZero();
    assertThat(out())
        .contains("Publica".toLowerCase(java.util.Locale.ROOT))
        .contains("Uso: quipu run");
    assertThat(run("--lang=es", "rum")).isEqualTo(2);
    assertThat(err()).contains("No existe el verbo rum. ¿Quiso decir run?");
  }

  @Test
  void everyHelpTextExistsInBothLanguages() {
    for (String lang : List.of("en", "es")) {
      for (String verb : List.of("run", "validate")) {
        out.reset();
        assertThat(run(verb, "--help", "--lang", lang)).isZero();
        for (String line : out().split("\n")) {
          assertThat(line).as(verb + " " + lang).doesNotMatch(" +(-\\w, )? *--[^ ]+ *");
        }
      }
    }
  }

  @Test
  void withoutAVerbTheFirstScreenSaysWhatToTry() {
    assertThat(run("--lang", "en")).isZero();
    assertThat(out()).contains("jobs/quipu run ").contains("jobs/quipu tables");
  }

  private int run(String... arguments) {
    return run(
        (config, request, progress) -> {
          configs.add(config);
          requests.add(request);
          return new RunOutcome(0, "r", "/v", "resumen\n", Map.of("rows", 7, "text", "«á»"));
        },
        arguments);
  }

  private int run(Runner runner, String... arguments) {
    return Quipu.run(print(out), print(err), runner, arguments);
  }

  /** Its constructor is Hadoop's own. */
  private static FSError ofHadoop(IOException cause) throws ReflectiveOperationException {
    var constructor = FSError.class.getDeclaredConstructor(Throwable.class);
    constructor.setAccessible(true);
    return constructor.newInstance(cause);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
