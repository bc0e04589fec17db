package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RulePolicy;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFiles;
import org.quipu.source.Storage;
import org.quipu.synthetic.Extent;
import org.quipu.synthetic.OutputFormat;
import org.quipu.synthetic.Synthesis;

/** A Parquet file read by column gives what it gives read by row: sums, books, keys, bad rows. */
class ColumnarTwinTest {
  @TempDir Path folder;

  private PassPlan<GoalSums> plan(boolean withReferences) throws IOException {
    // One row in a thousand is bad, so that every kind of bad row stands in some batch.
    Extent extent = new Extent(60, 26, 40, 100, 12, 7, 0.001);
    new Synthesis(extent, OutputFormat.PARQUET, 2)
        .write(
            folder,
            new Synthesis.Listener() {
              @Override
              public void writing(String source) {}

              @Override
              public void rows(long done, long total) {}
            });
    SourceConfig config =
        new SourceConfig(
            "facility-indicator",
            List.of(folder.resolve("facility-indicator.parquet").toString()),
            "auto",
            "canonical",
            "auto",
            "auto",
            List.of("NA"),
            Map.of());
    Storage storage = Storage.plain();
    List<FileProfile> profiles =
        InputFiles.of(config, storage).stream()
            .map(file -> Formats.profile(file, config, storage, Long.MAX_VALUE))
            .toList();
    Set<String> facilities =
        withReferences
            ? IntStream.range(0, 50).mapToObj("%08d"::formatted).collect(Collectors.toSet())
            : Set.of();
    return PassPlan.of(
        storage,
        profiles,
        config,
        new IndicatorReduction(true, facilities, Set.of(), null, null),
        Privacy.strict(),
        RulePolicy.none());
  }

  private static StoredFile<GoalSums> read(PassPlan<GoalSums> plan) throws IOException {
    StoredFile<GoalSums> all = null;
    for (PassPlan.Part part : plan.parts(List.of(0))) {
      StoredFile<GoalSums> one = plan.read(part);
      all = all == null ? one : all.plus(one);
    }
    return all;
  }

  private static List<GoalCell> cells(GoalSums sums) {
    List<GoalCell> cells = new ArrayList<>();
    sums.forEach(cells::add);
    return cells;
  }

  private void assertSame(PassPlan<GoalSums> plan) throws IOException {
    StoredFile<GoalSums> byColumn = read(plan);
    StoredFile<GoalSums> byRow = read(plan.byRow());
    assertThat(cells(byColumn.summary()))
        .hasSizeGreaterThan(1000)
        .isEqualTo(cells(byRow.summary()));
    assertThat(byColumn.summary().collisions())
        .isNotEmpty()
        .isEqualTo(byRow.summary().collisions());
    Book book = byColumn.book();
    assertThat(book).isEqualTo(byRow.book());
    assertThat(book.total().quarantined()).isPositive();
  }

  @Test
  void withAndWithoutReferences() throws IOException {
    assertSame(plan(false));
    assertSame(plan(true));
  }
}
