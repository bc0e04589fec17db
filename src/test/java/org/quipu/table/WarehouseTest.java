package org.quipu.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.table.row.FrequencyRow;
import org.quipu.table.row.QuarantineRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.UnitPerformanceRow;

class WarehouseTest {

  @TempDir Path directory;
  private Warehouse warehouse;

  @BeforeEach
  void inANewDirectory() {
    warehouse = Warehouse.at(directory.resolve("warehouse").toString());
  }

  @Test
  void hasNoVersionBeforeTheFirstRun() throws IOException {
    assertThat(warehouse.current()).isEmpty();
    assertThat(warehouse.versions()).isEmpty();
  }

  @Test
  void publishesWhatARunCommits() throws IOException {
    Version version = run("2024-08", 12);

    assertThat(version.name()).isEqualTo("000001-2024-08");
    assertThat(version.runId()).isEqualTo("2024-08");
    Version current = warehouse.current().orElseThrow();
    assertThat(current.path()).isEqualTo(version.path());
    assertThat(current.tables()).containsExactly("quarantine", "unit_performance");
    assertThat(current.read(UnitPerformanceRow.class))
        .containsExactlyInAnyOrderElementsOf(SampleRows.of(UnitPerformanceRow.class, 12, 1));
    assertThat(Path.of(current.pathOf("unit_performance"))).isRegularFile();
  }

  @Test
  void keepsRawTextApartForItsOwnerOnly() throws IOException {
    Version version = run("r", 3);
    Path restricted = Path.of(version.path(), "restricted");

    assertThat(Path.of(version.pathOf("quarantine"))).hasParent(restricted).isRegularFile();
    assertThat(Path.of(version.pathOf("unit_performance"))).hasParent(Path.of(version.path()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restricted)))
        .isEqualTo("rwx------");
    assertThat(Tables.of(RemovalRow.class).restricted()).isTrue();
  }

  @Test
  void writesTheSameBytesForTheSameRun() throws IOException {
    Version first = run("same", 40);
    Version second = run("same", 40);

    assertThat(second.path()).isNotEqualTo(first.path());
    for (String table : first.tables()) {
      assertThat(Path.of(second.pathOf(table)))
          .hasSameBinaryContentAs(Path.of(first.pathOf(table)));
    }
  }

  @Test
  void dropsWhatIsNotCommitted() throws IOException {
    run("first", 1);
    try (Staging staging = warehouse.begin("second")) {
      staging.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, 5, 1));
    }

    assertThat(warehouse.current().orElseThrow().runId()).isEqualTo("first");
    assertThat(directory.resolve("warehouse/versions"))
        .isDirectoryNotContaining("glob:**.staging*");
  }

  @Test
  void keepsAReaderOnItsVersionWhileAnotherIsPublished() throws IOException {
    run("first", 1);
    Version before = warehouse.current().orElseThrow();
    try (TableReader reader = before.open("unit_performance")) {
      run("second", 2);

      assertThat(reader.read()).hasSize(1);
    }
    assertThat(before.read(UnitPerformanceRow.class)).hasSize(1);
    assertThat(warehouse.current().orElseThrow().read(UnitPerformanceRow.class)).hasSize(2);
  }

  @Test
  void keepsTheNewestVersions() throws IOException {
    warehouse = warehouse.keeping(3);
    for (int i = 1; i <= 5; i++) {
      run("r" + i, i);
    }

    assertThat(warehouse.versions()).extracting(Version::runId).containsExactly("r3", "r4", "r5");
    assertThat(warehouse.current().orElseThrow().number()).isEqualTo(5);
  }

  @Test
  void keepsTheCurrentVersionAlone() throws IOException {
    warehouse = warehouse.keeping(1);
    run("r1", 1);
    run("r2", 2);

    assertThat(warehouse.versions()).extracting(Version::runId).containsExactly("r2");
    assertThatThrownBy(() -> warehouse.keeping(0)).hasMessageContaining("keep-versions is 0");
  }

  @Test
  void givesTheWarehouseToOneRunAtATime() throws IOException {
    try (Staging staging = warehouse.begin("first")) {
      assertThatThrownBy(() -> warehouse.begin("second"))
          .isInstanceOf(WarehouseBusy.class)
          .hasMessageContaining("run first, process " + ProcessHandle.current().pid())
          .hasMessageContaining(".lock");
      staging.write(UnitPerformanceRow.class, List.of());
      staging.commit();
    }

    assertThat(run("third", 1).number()).isEqualTo(2);
  }

  /** The lock of another process holds, and is given up when that process is killed. */
  @Test
  void waitsForNoDeadProcess() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldsTheWarehouse.class.getName(),
                warehouse.path())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> warehouse.begin("second"))
          .isInstanceOf(WarehouseBusy.class)
          .hasMessageContaining("run other, process " + other.pid());
    } finally {
      other.destroyForcibly();
    }
    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(run("third", 1).number()).isEqualTo(1);
    assertThat(directory.resolve("warehouse/versions"))
        .isDirectoryNotContaining("glob:**.staging*");
  }

  /** A process that takes the warehouse and keeps it. */
  static final class HoldsTheWarehouse {
    private HoldsTheWarehouse() {}

    public static void main(String[] args) throws Exception {
      try (Staging staging = Warehouse.at(args[0]).begin("other")) {
        staging.write(FrequencyRow.class, List.of());
        System.out.println("held");
        System.in.read();
      }
    }
  }

  @Test
  void namesTheTablesThereAre() throws IOException {
    Version version = run("r", 1);

    assertThatThrownBy(() -> version.open("unit_perfomance"))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "Unknown table 'unit_perfomance'; did you mean 'unit_performance'?"
                + " Known: quarantine, unit_performance");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../evil", "a/b", ".hidden", "a b", "ñ"})
  void refusesRunIdsThatAreNoFileNames(String runId) {
    assertThatThrownBy(() -> warehouse.begin(runId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Run id '" + runId + "'");
  }

  @Test
  void saysWhatIsWrongWithThePointer() throws IOException {
    run("r", 1);
    Path pointer = directory.resolve("warehouse/CURRENT");
    for (String wrong : List.of("", "000009-gone", "../000001-r")) {
      Files.writeString(pointer, wrong + "\n");
      assertThatThrownBy(() -> warehouse.current())
          .isInstanceOf(TableException.class)
          .hasMessageContaining(pointer + " names '" + wrong + "', which is not in ");
    }

    assertThat(run("next", 1).name()).isEqualTo("000002-next");
    assertThat(warehouse.current().orElseThrow().runId()).isEqualTo("next");
  }

  @Test
  void saysThatThePointerIsNoText() throws IOException {
    run("r", 1);
    Path pointer = directory.resolve("warehouse/CURRENT");
    for (byte[] wrong : List.of(new byte[] {-1, -2, 0}, "000001-\0".getBytes(UTF_8))) {
      Files.write(pointer, wrong);
      assertThatThrownBy(() -> warehouse.current())
          .isInstanceOf(TableException.class)
          .hasMessageContaining(pointer + " names '")
          .hasMessageNotContaining("\0");

      assertThat(run("healed", 1).runId()).isEqualTo("healed");
      assertThat(warehouse.current().orElseThrow().runId()).isEqualTo("healed");
    }
  }

  @Test
  void saysThatThePointerIsADirectory() throws IOException {
    run("r", 1);
    Path pointer = directory.resolve("warehouse/CURRENT");
    Files.delete(pointer);
    Files.createDirectory(pointer);

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(() -> warehouse.current(), () -> warehouse.begin("next"))) {
      assertThatThrownBy(use)
          .isInstanceOf(TableException.class)
          .hasMessageContaining(pointer + " is a directory");
    }
  }

  @Test
  void rollsBackToTheVersionThatIsWrittenInThePointer() throws IOException {
    run("first", 1);
    run("second", 2);
    Files.writeString(directory.resolve("warehouse/CURRENT"), "000001-first\n");

    assertThat(warehouse.current().orElseThrow().read(UnitPerformanceRow.class)).hasSize(1);
    assertThat(run("third", 3).name()).isEqualTo("000003-third");
    assertThat(warehouse.versions()).hasSize(3);
  }

  @Test
  void saysThatAFileIsNoWarehouse() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    assertThatThrownBy(() -> Warehouse.at(file.toString()).begin("r"))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "The warehouse %s cannot be written: there is a file where a directory is needed: %s",
            file, file + "/versions");
  }

  @Test
  void keepsOfATableWrittenAgainTheLastRows() throws IOException {
    List<UnitPerformanceRow> many = SampleRows.of(UnitPerformanceRow.class, 500, 1);
    List<UnitPerformanceRow> few = many.subList(0, 3);
    Version version;
    try (Staging staging = warehouse.begin("r")) {
      staging.write(UnitPerformanceRow.class, many);
      staging.write(UnitPerformanceRow.class, few);
      version = staging.commit();
    }

    try (TableReader table = version.open("unit_performance")) {
      assertThat(table.records(UnitPerformanceRow.class)).containsExactlyInAnyOrderElementsOf(few);
    }
  }

  @Test
  void liesWhereAFileUriSays() throws IOException {
    warehouse =
        Warehouse.at(directory.resolve("by uri").toUri().toString().replace("%20", "_") + "/");
    run("r", 2);

    assertThat(directory.resolve("by_uri/CURRENT")).hasContent("000001-r\n");
  }

  private Version run(String runId, int rows) throws IOException {
    try (Staging staging = warehouse.begin(runId)) {
      staging.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, rows, 1));
      staging.write(QuarantineRow.class, SampleRows.of(QuarantineRow.class, rows, 1));
      return staging.commit();
    }
  }
}
