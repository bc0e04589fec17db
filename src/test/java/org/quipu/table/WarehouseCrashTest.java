package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.table.CrashingStorage.Moment;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.QuarantineRow;
import org.quipu.table.row.UnitPerformanceRow;

/** Whatever the change at which a run dies, readers see one whole version. */
class WarehouseCrashTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"BEFORE, true", "HALFWAY, true", "AFTER, true", "HALFWAY, false", "AFTER, false"})
  void showsTheOldOrTheNewVersionWholeAfterADeathAtAnyChange(Moment moment, boolean movesAtOnce)
      throws IOException {
    int fatalChange = 0;
    int oldSeen = 0;
    int newSeen = 0;
    boolean died = true;
    while (died) {
      fatalChange++;
      String path = directory.resolve(moment + "-" + fatalChange).toString();
      Warehouse healthy = healthy(path, movesAtOnce);
      run(healthy, "run-0", 0);
      run(healthy, "run-1", 1);

      CrashingStorage storage = new CrashingStorage(fatalChange, moment, movesAtOnce);
      try {
        run(new Warehouse(storage, path, 2), "run-2", 2);
      } catch (IOException death) {
        assertThat(storage.died()).as("%s", death).isTrue();
      }
      died = storage.died();

      String at = moment + " change " + fatalChange + ": " + storage.changes();
      Map<String, Long> seen = read(healthy);
      assertThat(seen).as(at).isIn(contents(1), contents(2));
      if (seen.equals(contents(1))) {
        oldSeen++;
      } else {
        newSeen++;
      }

      // The next run is not hindered, and leaves nothing of the dead one behind.
      run(healthy, "run-3", 3);
      assertThat(read(healthy)).as(at).isEqualTo(contents(3));
      assertThat(names(path + "/versions"))
          .as(at)
          .hasSize(2)
          .noneMatch(name -> name.startsWith("."));
      assertThat(names(path)).as(at).containsExactly(".lock", "CURRENT", "versions");
      for (Version version : healthy.versions()) {
        assertThat(read(version)).as(at).isIn(contents(0), contents(1), contents(2), contents(3));
      }
    }
    assertThat(fatalChange).as("changes of a run").isGreaterThan(20);
    assertThat(oldSeen).isGreaterThan(15);
    assertThat(newSeen).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"BEFORE, true", "HALFWAY, true", "AFTER, true", "HALFWAY, false", "AFTER, false"})
  void showsNothingOrTheFirstVersionWholeAfterADeathInTheFirstRun(
      Moment moment, boolean movesAtOnce) throws IOException {
    int fatalChange = 0;
    boolean died = true;
    while (died) {
      fatalChange++;
      String path = directory.resolve("first-" + moment + "-" + fatalChange).toString();
      CrashingStorage storage = new CrashingStorage(fatalChange, moment, movesAtOnce);
      try {
        run(new Warehouse(storage, path, 2), "run-1", 1);
      } catch (IOException death) {
        assertThat(storage.died()).as("%s", death).isTrue();
      }
      died = storage.died();

      Optional<Version> current = healthy(path, movesAtOnce).current();
      if (current.isPresent()) {
        assertThat(read(current.get())).isEqualTo(contents(1));
      }
      run(healthy(path, movesAtOnce), "run-2", 2);
      assertThat(read(healthy(path, movesAtOnce))).isEqualTo(contents(2));
    }
  }

  /** Where nothing dies; {@code movesAtOnce}: on a disk, else as on an object store. */
  private static Warehouse healthy(String path, boolean movesAtOnce) {
    return new Warehouse(new CrashingStorage(-1, Moment.BEFORE, movesAtOnce), path, 2);
  }

  /** A run that writes as many rows in each table as its mark says. */
  private static void run(Warehouse warehouse, String runId, int mark) throws IOException {
    try (Staging staging = warehouse.begin(runId)) {
      staging.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, mark, 1));
      staging.write(QuarantineRow.class, SampleRows.of(QuarantineRow.class, mark, 1));
      staging.write(CheckRow.class, SampleRows.of(CheckRow.class, mark, 1));
      staging.commit();
    }
  }

  private static Map<String, Long> contents(long mark) {
    return new TreeMap<>(Map.of("unit_performance", mark, "quarantine", mark, "check", mark));
  }

  private static Map<String, Long> read(Warehouse warehouse) throws IOException {
    return read(warehouse.current().orElseThrow());
  }

  private static Map<String, Long> read(Version version) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : version.tables()) {
      try (TableReader reader = version.open(table)) {
        List<Row> read = reader.read();
        assertThat(read).allMatch(row -> row.text("run_id").equals(version.runId()));
        rows.put(table, (long) read.size());
      }
    }
    return rows;
  }

  private static List<String> names(String path) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(path))) {
      return new ArrayList<>(
          entries.map(entry -> entry.getFileName().toString()).sorted().toList());
    }
  }
}
