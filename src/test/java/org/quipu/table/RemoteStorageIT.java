package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.cli.Quipu;
import org.quipu.cluster.PublishedBytes;
import org.quipu.cluster.RemoteStores;
import org.quipu.source.FileStamp;
import org.quipu.source.InputFile;
import org.quipu.source.Storage;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.QuarantineRow;
import org.quipu.table.row.UnitPerformanceRow;

/** Inputs and warehouse on HDFS, and on an object store through S3A. */
class RemoteStorageIT {
  private static final int VERSIONS = 12;

  @TempDir static Path folder;
  private static RemoteStores stores;
  private static ClassLoader own;

  @BeforeAll
  static void start() throws Exception {
    stores = RemoteStores.start(Files.createDirectory(folder.resolve("stores")));
    own = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(stores.loader());
  }

  @AfterAll
  static void stop() throws Exception {
    Thread.currentThread().setContextClassLoader(own);
    if (stores != null) {
      stores.stop();
    }
  }

  /**
   * What is published waits for the slowest reader, who so is at most one version behind and reads
   * one that is kept: how fast the machine is decides nothing.
   */
  @ParameterizedTest
  @ValueSource(strings = {"hdfs", "s3a"})
  void aReaderNeverSeesHalfAVersionWhileRunsPublish(String scheme) throws Exception {
    Warehouse warehouse = warehouse(scheme, "published", Lease.LIMIT).keeping(3);
    publish(warehouse, 1);
    var latest = new AtomicIntegerArray(2);
    ExecutorService readers = Executors.newFixedThreadPool(latest.length());
    try {
      var reading = new ArrayList<Future<Set<Integer>>>();
      for (int reader = 0; reader < latest.length(); reader++) {
        int place = reader;
        reading.add(
            readers.submit(
                () -> {
                  var seen = new TreeSet<Integer>();
                  while (!seen.contains(VERSIONS)) {
                    int mark = mark(warehouse.current().orElseThrow());
                    assertThat(mark).as("no way back").isGreaterThanOrEqualTo(latest.get(place));
                    seen.add(mark);
                    latest.set(place, mark);
                  }
                  return seen;
                }));
      }
      for (int mark = 2; mark <= VERSIONS; mark++) {
        publish(warehouse, mark);
        for (int reader = 0; reader < latest.length(); reader++) {
          while (latest.get(reader) < mark - 1 && !reading.get(reader).isDone()) {
            Thread.sleep(1);
          }
        }
      }
      for (Future<Set<Integer>> seen : reading) {
        assertThat(seen.get()).contains(VERSIONS).hasSizeGreaterThan(2);
      }
    } finally {
      readers.shutdownNow();
    }
    assertThat(warehouse.versions()).extracting(Version::number).containsExactly(10L, 11L, 12L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs", "s3a"})
  void aFileThatIsWrittenAnewIsKnownForAnother(String scheme) throws Exception {
    Storage storage = Storage.of(stores.settings());
    String path = stores.root(scheme) + "/stamped/a.csv";
    var stamps = new ArrayList<FileStamp>();
    for (String text : List.of("a,b\n1,2\n", "a,b\n1,3\n", "a,b\n1,2\n")) {
      try (var out = storage.create(path)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      InputFile file = new InputFile("staff-survey", path, text.length());
      FileStamp stamp = FileStamp.of(file, storage).orElseThrow();
      assertThat(FileStamp.of(file, storage)).contains(stamp);
      stamps.add(stamp);
    }
    assertThat(stamps.get(1)).isNotEqualTo(stamps.get(0));
    assertThat(stamps.get(2)).as("the same bytes").isEqualTo(stamps.get(0));
  }

  /**
   * On HDFS all at once. S3 promises the same of a PUT under a condition; the one that stands in
   * for it here looks first and writes then, so there they come one after the other.
   */
  @ParameterizedTest
  @CsvSource({"hdfs, 8", "s3a, 1"})
  void ofManyRunsThatBeginOneGetsTheWarehouse(String scheme, int atOnce) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      for (int round = 0; round < 5; round++) {
        var begins = new ArrayList<Callable<Staging>>();
        for (int run = 0; run < 8; run++) {
          String runId = "run-" + run;
          begins.add(() -> warehouse(scheme, "contended", Lease.LIMIT).begin(runId));
        }
        List<Staging> winners = new ArrayList<>();
        List<String> losers = new ArrayList<>();
        for (Future<Staging> begun : threads.invokeAll(begins)) {
          try {
            winners.add(begun.get());
          } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(WarehouseBusy.class);
            losers.add(e.getCause().getMessage());
          }
        }
        assertThat(winners).as(() -> String.join("\n", losers)).hasSize(1);
        winners.get(0).close();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs", "s3a"})
  void aRunWithoutASignOfLifeIsTakenOverFromAndCannotPublishAnyMore(String scheme)
      throws Exception {
    publish(warehouse(scheme, "stale", Lease.LIMIT), 1);
    // Its heart beats once a minute: for who waits a second it is as good as dead.
    Staging stopped = warehouse(scheme, "stale", Lease.LIMIT).begin("stopped");
    write(stopped, 2);
    Warehouse impatient = warehouse(scheme, "stale", Duration.ofSeconds(1));
    assertThatThrownBy(() -> warehouse(scheme, "stale", Lease.LIMIT).begin("early"))
        .isInstanceOf(WarehouseBusy.class)
        .hasMessageContaining("run stopped")
        .hasMessageContaining("After 10 minutes without one another run takes over");
    Thread.sleep(1_100);

    publish(impatient, 3);

    assertThatThrownBy(stopped::commit).isInstanceOf(WarehouseBusy.class);
    stopped.close();
    assertThat(mark(impatient.current().orElseThrow())).isEqualTo(3);
    publish(impatient, 4);
    assertThat(mark(impatient.current().orElseThrow())).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs", "s3a"})
  void aBeatingHeartKeepsTheLease(String scheme) throws Exception {
    Warehouse impatient = warehouse(scheme, "alive", Duration.ofSeconds(3));
    try (Staging alive = impatient.begin("alive")) {
      Thread.sleep(4_000);
      assertThatThrownBy(() -> impatient.begin("other")).isInstanceOf(WarehouseBusy.class);
      write(alive, 1);
      alive.commit();
    }
    assertThat(mark(impatient.current().orElseThrow())).isEqualTo(1);
  }

  @Test
  void aRunThatIsToldToStopGivesTheWarehouseBack() throws Exception {
    String warehouse = stores.root("hdfs") + "/told";
    Path log = folder.resolve("told.log");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.quipu.cli.Quipu", "run", "jobs/management-practices.conf"));
    command.addAll(List.of("--warehouse", warehouse));
    Process run =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    FileSystem files = fileSystem("hdfs");
    var lock = new org.apache.hadoop.fs.Path(warehouse + "/.lock");
    var versions = new org.apache.hadoop.fs.Path(warehouse + "/versions");
    // It holds the lock, and has begun to write.
    while (!files.exists(versions) || files.listStatus(versions).length == 0) {
      assertThat(run.isAlive()).as(() -> "ended before its time").isTrue();
      Thread.sleep(5);
    }

    run.destroy();

    assertThat(run.waitFor()).as(Files.readString(log)).isNotZero();
    assertThat(files.exists(lock)).as(Files.readString(log)).isFalse();
    publish(warehouse("hdfs", "told", Lease.LIMIT), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs", "s3a"})
  void aRunFromAndToARemoteStoreGivesTheBytesOfTheLocalDisk(String scheme) throws Exception {
    Path inputs = folder.resolve("inputs");
    Path local = folder.resolve("local");
    if (Files.notExists(local)) {
      // Text for one source, Parquet for the other.
      synthesize("csv", inputs);
      synthesize("parquet", inputs.resolve("parquet"));
      quipu(run(inputs.toString(), local.toString()));
    }
    FileSystem files = fileSystem(scheme);
    String remote = stores.root(scheme) + "/inputs";
    files.copyFromLocalFile(
        new org.apache.hadoop.fs.Path(inputs.toUri()), new org.apache.hadoop.fs.Path(remote));
    String warehouse = stores.root(scheme) + "/warehouse";

    quipu(run(remote, warehouse));
    String current = warehouse(scheme, "warehouse", Lease.LIMIT).current().orElseThrow().path();
    Path copy = folder.resolve("copy-" + scheme);
    files.copyToLocalFile(
        false,
        new org.apache.hadoop.fs.Path(current),
        new org.apache.hadoop.fs.Path(copy.toUri()),
        true);

    SortedMap<String, String> expected = PublishedBytes.current(local);
    SortedMap<String, String> published = PublishedBytes.of(copy);
    assertThat(published.keySet()).isEqualTo(expected.keySet());
    // These say where a file lies.
    for (String table :
        List.of("input.parquet", "restricted/quarantine.parquet", "restricted/removal.parquet")) {
      assertThat(published.remove(table)).isNotEqualTo(expected.remove(table));
    }
    assertThat(published).isEqualTo(expected);
  }

  private static void synthesize(String format, Path out) {
    String verb =
        "synthesize --facilities 40 --months 3 --indicators 10 --respondents 300 --format ";
    quipu(List.of((verb + format + " --out " + out).split(" ")));
  }

  private static List<String> run(String inputs, String warehouse) {
    var arguments =
        new ArrayList<>(
            List.of(
                "run",
                "jobs/national.conf",
                "--lang",
                "en",
                "--warehouse",
                warehouse,
                "--set",
                "studies=[facility-performance,staff-governance]"));
    for (String source :
        List.of("management-survey", "practice-codebook", "goal-attainment", "context-indicator")) {
      arguments.addAll(List.of("--set", "sources." + source + "=null"));
    }
    arguments.addAll(List.of("--set", "sources.published-figures=null"));
    for (String source : List.of("facility-registry", "indicator-catalog", "instrument")) {
      arguments.addAll(
          List.of("--set", "sources." + source + ".path=\"" + inputs + "/" + source + ".csv\""));
    }
    arguments.addAll(
        List.of(
            "--set",
            "sources.facility-indicator.path=\"" + inputs + "/facility-indicator*.csv\"",
            "--set",
            "sources.staff-survey.path=\"" + inputs + "/parquet/staff-survey.parquet\""));
    stores
        .settings()
        .forEach(
            (key, value) ->
                arguments.addAll(
                    List.of("--set", "spark.conf.\"spark.hadoop." + key + "\"=\"" + value + "\"")));
    return arguments;
  }

  private static void quipu(List<String> arguments) {
    var err = new ByteArrayOutputStream();
    int code =
        Quipu.run(
            new PrintStream(PrintStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments.toArray(String[]::new));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static FileSystem fileSystem(String scheme) throws IOException {
    var configuration = new Configuration();
    configuration.setClassLoader(stores.loader());
    stores.settings().forEach(configuration::set);
    return FileSystem.get(java.net.URI.create(stores.root(scheme)), configuration);
  }

  private static Warehouse warehouse(String scheme, String name, Duration leaseLimit)
      throws IOException {
    FileSystem files = fileSystem(scheme);
    return new Warehouse(
        new HadoopStorage(files.getConf(), files, scheme.equals("hdfs"), leaseLimit),
        stores.root(scheme) + "/" + name,
        10);
  }

  private static void publish(Warehouse warehouse, int mark) throws IOException {
    try (Staging staging = warehouse.begin("run-" + mark)) {
      write(staging, mark);
      staging.commit();
    }
  }

  /** As many rows in each table as the mark says. */
  private static void write(Staging staging, int mark) throws IOException {
    staging.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, mark, 1));
    staging.write(QuarantineRow.class, SampleRows.of(QuarantineRow.class, mark, 1));
    staging.write(CheckRow.class, SampleRows.of(CheckRow.class, mark, 1));
  }

  /** The mark that all tables of a version agree on. */
  private static int mark(Version version) throws IOException {
    assertThat(version.tables())
        .containsExactlyInAnyOrder("unit_performance", "quarantine", "check");
    var sizes = new TreeSet<Integer>();
    for (String table : version.tables()) {
      try (TableReader reader = version.open(table)) {
        List<Row> rows = reader.read();
        assertThat(rows).allMatch(row -> row.text("run_id").equals(version.runId()));
        sizes.add(rows.size());
      }
    }
    assertThat(sizes).as(version.path()).hasSize(1);
    return sizes.first();
  }
}
