package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.Block;
import org.quipu.table.Staging;
import org.quipu.table.Warehouse;
import org.quipu.table.row.CompletenessRow;

/** No row of a table is lost, whoever adds to it. */
class PublishingTest {
  @TempDir private Path folder;

  private final Results results = new Results();

  /** An analysis that adds a facility's row in a block. */
  private void addBlock(String facility) {
    results.place(
        new Analysis(
            "in-blocks",
            List.of(),
            Set.of(),
            Set.of(CompletenessRow.class),
            context -> List.of(),
            kept -> {}));
    results.addBlocks(
        CompletenessRow.class, List.of(Block.ofThisRun(Map.of(), () -> Stream.of(row(facility)))));
  }

  private static CompletenessRow row(String facility) {
    return new CompletenessRow("2007", facility, 4L, 2L, 50.0);
  }

  private void write(Staging staging) throws IOException {
    new Publishing(staging, results).write(() -> "");
  }

  @Test
  void aTableInBlocksIsWritten() throws IOException {
    addBlock("F1");
    try (Staging staging = Warehouse.at(folder.toString()).begin("a")) {
      write(staging);
      assertThat(folder.resolve(staging.path()).resolve("completeness.parquet")).isNotEmptyFile();
    }
  }

  @Test
  void rowsBesideBlocksAreNotPassedOver() throws IOException {
    addBlock("F1");
    results.add(List.of(row("F2")));
    try (Staging staging = Warehouse.at(folder.toString()).begin("a")) {
      assertThatThrownBy(() -> write(staging))
          .hasMessageContaining("completeness is added in blocks");
    }
  }
}
