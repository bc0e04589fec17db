package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.row.QuarantineRow;
import org.quipu.table.row.UnitPerformanceRow;

/** A warehouse through Hadoop's file systems, here its local one. */
class HadoopStorageTest {

  @TempDir Path directory;

  @Test
  void publishesReadsAndPrunesThroughHadoop() throws IOException {
    Warehouse warehouse = warehouse();
    for (int i = 1; i <= 4; i++) {
      run(warehouse, "r" + i, i);
    }

    assertThat(warehouse.versions()).extracting(Version::runId).containsExactly("r3", "r4");
    Version current = warehouse.current().orElseThrow();
    assertThat(current.tables()).containsExactly("quarantine", "unit_performance");
    assertThat(current.read(UnitPerformanceRow.class))
        .containsExactlyInAnyOrderElementsOf(SampleRows.of(UnitPerformanceRow.class, 4, 1));
  }

  @Test
  void writesTheBytesThatTheLocalDiskHolds() throws IOException {
    Version throughHadoop = run(warehouse(), "r", 50);
    Version onDisk = run(Warehouse.at(directory.resolve("disk").toString()), "r", 50);

    assertThat(Path.of(URI.create(throughHadoop.pathOf("unit_performance"))))
        .hasSameBinaryContentAs(Path.of(onDisk.pathOf("unit_performance")));
  }

  @Test
  void givesTheWarehouseToOneRunAtATime() throws IOException {
    Warehouse warehouse = warehouse();
    try (Staging staging = warehouse.begin("first")) {
      assertThatThrownBy(() -> warehouse.begin("second"))
          .isInstanceOf(WarehouseBusy.class)
          .hasMessageContaining("run first")
          .hasMessageContaining("if that run was killed, delete this file");
      assertThat(staging.runId()).isEqualTo("first");
    }

    assertThat(run(warehouse, "third", 1).number()).isEqualTo(1);
    assertThat(Files.exists(directory.resolve("hadoop/.lock"))).isFalse();
  }

  private Warehouse warehouse() {
    String path = directory.resolve("hadoop").toUri().toString();
    return new Warehouse(HadoopStorage.of(path, java.util.Map.of()), path, 2);
  }

  private static Version run(Warehouse warehouse, String runId, int rows) throws IOException {
    try (Staging staging = warehouse.begin(runId)) {
      staging.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, rows, 1));
      staging.write(QuarantineRow.class, SampleRows.of(QuarantineRow.class, rows, 1));
      return staging.commit();
    }
  }
}
