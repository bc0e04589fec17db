package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * A run that was taken for dead and goes on, while another has its place. Of the same inputs it is
 * another run with the same id.
 */
class TakenOverTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void whoWakesUpHarmsNothingOfTheRunThatTookItsPlace(boolean movesAtOnce, boolean isPublished)
      throws IOException {
    Warehouse warehouse = far(FileSystem.getLocal(new Configuration()).getRaw(), movesAtOnce);
    Staging asleep = warehouse.begin("same");
    asleep.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, 1, 1));
    Files.delete(directory.resolve(".lock"));

    try (Staging second = warehouse.begin("same")) {
      second.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, 2, 1));
      if (isPublished) {
        second.commit();
      }
      asleep.write(CheckRow.class, SampleRows.of(CheckRow.class, 1, 1));
      assertThatThrownBy(asleep::commit).isInstanceOf(WarehouseBusy.class);
      asleep.close();
      if (!isPublished) {
        second.commit();
      }
    }

    Version current = warehouse.current().orElseThrow();
    assertThat(current.tables()).containsExactly("unit_performance");
    assertThat(current.read(UnitPerformanceRow.class)).hasSize(2);
    assertThat(warehouse.versions()).hasSize(1);
  }

  /** A lock that was deleted by hand is no longer held: two runs may have locked two files. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLocalRunWhoseLockWasDeletedPublishesNothing(boolean anotherBegan) throws IOException {
    Warehouse warehouse = Warehouse.at(directory.toString());
    Staging first = warehouse.begin("same");
    first.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, 1, 1));
    Files.delete(directory.resolve(".lock"));
    if (anotherBegan) {
      Staging second = warehouse.begin("same");
      second.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, 2, 1));
      assertThatThrownBy(first::commit).isInstanceOf(IOException.class);
      second.commit();
      second.close();
    }

    assertThatThrownBy(first::commit).isInstanceOf(IOException.class);
    first.close();
    assertThat(warehouse.versions()).hasSize(anotherBegan ? 1 : 0);
  }

  /** The reply to a PUT may be lost, or what comes after it may fail: the version is current. */
  @Test
  void aVersionThatCurrentNamesStaysThoughItsRunFailed() throws IOException {
    LosesReplies files = new LosesReplies(FileSystem.getLocal(new Configuration()).getRaw());
    Warehouse warehouse = far(files, false);
    try (Staging staging = warehouse.begin("unlucky")) {
      staging.write(UnitPerformanceRow.class, SampleRows.of(UnitPerformanceRow.class, 3, 1));
      files.loses = true;
      assertThatThrownBy(staging::commit).hasMessage("connection reset");
    }
    files.loses = false;

    assertThat(warehouse.current().orElseThrow().read(UnitPerformanceRow.class)).hasSize(3);
  }

  private static final class LosesReplies extends FilterFileSystem {
    private boolean loses;

    LosesReplies(FileSystem files) {
      super(files);
    }

    @Override
    public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
      boolean deleted = super.delete(path, recursive);
      if (loses && path.getName().equals("CURRENT.new")) {
        throw new IOException("connection reset");
      }
      return deleted;
    }
  }

  /** As on HDFS, which moves directories, or as on an object store. */
  private Warehouse far(FileSystem files, boolean movesAtOnce) {
    return new Warehouse(
        new HadoopStorage(files.getConf(), files, movesAtOnce, Lease.LIMIT),
        directory.toString(),
        10);
  }
}
