package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.RemovalRow;

/** What a version takes from the one before has the bytes of what is written from rows. */
class KeptTableTest {
  private static final String KEY = "k1";
  static final List<ResultTable> TABLES = Tables.ALL;

  @TempDir Path folder;

  private Warehouse warehouse() {
    return Warehouse.at(folder.resolve("warehouse").toString());
  }

  private <R extends Record> Version write(String runId, Class<R> row, List<R> rows)
      throws IOException {
    try (Staging staging = warehouse().fromScratch().begin(runId)) {
      String file = staging.write(row, rows);
      staging.madeBy(KEY, Map.of(Tables.of(row).name(), file));
      return staging.commit();
    }
  }

  private static <R extends Record> byte[] bytes(Version version, Class<R> row) throws IOException {
    return Files.readAllBytes(Path.of(version.pathOf(Tables.of(row).name())));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void aTableOfAnotherRunIsAsIfItWereWritten(ResultTable table) throws IOException {
    assertTakesOver(table.row(), 300);
  }

  @Test
  void soIsOneOfSeveralRowGroups() throws IOException {
    assertTakesOver(PracticeScoreRow.class, (1 << 19) + 7);
  }

  private <R extends Record> void assertTakesOver(Class<R> row, int count) throws IOException {
    List<R> rows = SampleRows.of(row, count, 3);
    write("first", row, rows);
    Version taken;
    try (Staging staging = warehouse().begin("a-longer-name")) {
      KeptRows kept = staging.kept(KEY).orElseThrow();
      assertThat(kept.tables()).containsExactly(row);
      staging.takeOver(kept, row);
      taken = staging.commit();
    }
    byte[] before = bytes(taken, row);
    assertThat(before).isEqualTo(bytes(write("a-longer-name", row, rows), row));
  }

  @Test
  void rowsAreReadBackWholeOrThoseOfOneText() throws IOException {
    List<PracticeScoreRow> rows = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      rows.add(new PracticeScoreRow("D%03d".formatted(i / 1000), "F", i, i % 5, null));
    }
    write("first", PracticeScoreRow.class, rows);
    try (Staging staging = warehouse().begin("second")) {
      KeptRows kept = staging.kept(KEY).orElseThrow();
      assertThat(
              kept.readWhere(PracticeScoreRow.class, PracticeScoreRow.class, "diresa_id", "D117"))
          .isEqualTo(rows.subList(117_000, 118_000));
      assertThat(
              kept.readWhere(PracticeScoreRow.class, PracticeScoreRow.class, "diresa_id", "D999"))
          .isEmpty();
      assertThat(kept.read(PracticeScoreRow.class)).isEqualTo(rows);
    }
  }

  @Test
  void whatWasHarmedIsNotThere() throws IOException {
    List<RemovalRow> rows = SampleRows.of(RemovalRow.class, 50, 1);
    Path file = Path.of(write("first", RemovalRow.class, rows).pathOf("removal"));
    byte[] bytes = Files.readAllBytes(file);
    Path origins = file.getParent().resolveSibling(Origins.FILE);
    byte[] said = Files.readAllBytes(origins);

    for (int at = 0; at < bytes.length; at += 97) {
      byte[] harmed = bytes.clone();
      harmed[at] ^= 4;
      assertNothingKept(file, harmed);
    }
    assertNothingKept(file, Arrays.copyOf(bytes, bytes.length / 2));
    Files.delete(file);
    assertNothingKept(file, null);
    Files.write(file, bytes);
    for (int at = 0; at < said.length; at++) {
      byte[] harmed = said.clone();
      harmed[at] ^= 1;
      assertNothingKept(origins, harmed);
    }
    Files.write(origins, said);
    assertThat(kept(warehouse())).isPresent();
    assertThat(kept(warehouse().fromScratch())).isEmpty();
  }

  private void assertNothingKept(Path file, byte[] bytes) throws IOException {
    if (bytes != null) {
      Files.write(file, bytes);
    }
    assertThat(kept(warehouse())).isEmpty();
  }

  private static Optional<KeptRows> kept(Warehouse warehouse) throws IOException {
    try (Staging staging = warehouse.begin("second")) {
      return staging.kept(KEY);
    }
  }

  @Test
  void anotherKeyOrAVersionThatIsGoneHasNothing() throws IOException {
    Version version =
        write(
            "first", PracticeScoreRow.class, List.of(new PracticeScoreRow("A", "all", 1, 2, 50.0)));
    try (Staging staging = warehouse().begin("second")) {
      assertThat(staging.kept("k2")).isEmpty();
    }
    new LocalStorage().delete(version.path());
    assertThat(kept(warehouse())).isEmpty();
  }

  private static Block<PracticeScoreRow> block(
      String key, Supplier<Stream<PracticeScoreRow>> rows) {
    return new Block<>(key, rows);
  }

  private static Supplier<Stream<PracticeScoreRow>> rows(String diresa, int count) {
    return () -> {
      List<PracticeScoreRow> rows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rows.add(new PracticeScoreRow(diresa, "all", i, 2, i == 0 ? 0.0 : null));
      }
      return rows.stream();
    };
  }

  private static Stream<PracticeScoreRow> mustNotBeMade() {
    throw new AssertionError("the version before has these rows");
  }

  private byte[] blocks(Warehouse warehouse, String runId, List<Block<PracticeScoreRow>> blocks)
      throws IOException {
    try (Staging staging = warehouse.begin(runId)) {
      staging.writeBlocks(PracticeScoreRow.class, blocks);
      return bytes(staging.commit(), PracticeScoreRow.class);
    }
  }

  @Test
  void ofATableInBlocksOnlyThoseOfNewKeysAreMade() throws IOException {
    blocks(
        warehouse(),
        "first",
        List.of(
            block("a1", rows("A", 3)),
            block("b1", Stream::of),
            block("c1", rows("C", 70_000)),
            block("d1", rows("D", 2))));
    byte[] taken =
        blocks(
            warehouse(),
            "second",
            List.of(
                block("c1", KeptTableTest::mustNotBeMade),
                block("d2", rows("D", 5)),
                block("e1", rows("E", 1))));
    byte[] again =
        blocks(
            warehouse(),
            "second",
            List.of(
                block("c1", KeptTableTest::mustNotBeMade),
                block("d2", KeptTableTest::mustNotBeMade),
                block("e1", KeptTableTest::mustNotBeMade)));
    byte[] made =
        blocks(
            warehouse().fromScratch(),
            "second",
            List.of(
                block("c1", rows("C", 70_000)),
                block("d2", rows("D", 5)),
                block("e1", rows("E", 1))));
    assertThat(taken).isEqualTo(made);
    assertThat(again).isEqualTo(made);
  }
}
