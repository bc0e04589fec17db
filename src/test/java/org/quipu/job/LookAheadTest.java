package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.KeptRows;
import org.quipu.table.Staging;
import org.quipu.table.Warehouse;
import org.quipu.table.row.PracticeScoreRow;

/** What will be asked of the version before is read ahead, and nothing else. */
class LookAheadTest {
  private final List<String> looked = new ArrayList<>();

  /** A version that has rows of the analyses {@code known} and {@code too}. */
  @TempDir private Path folder;

  @BeforeEach
  void aVersionBefore() throws IOException {
    try (Staging staging = Warehouse.at(folder.toString()).begin("before")) {
      String file =
          staging.write(
              PracticeScoreRow.class, List.of(new PracticeScoreRow("A", "all", 1, 2, 50.0)));
      staging.madeBy("known", Map.of("practice_score", file));
      staging.madeBy("too", Map.of("practice_score", file));
      staging.commit();
    }
  }

  private void look(Analysis... analyses) throws IOException {
    try (Staging staging = Warehouse.at(folder.toString()).begin("now")) {
      new LookAhead(List.of(analyses), analysis -> staging.kept(analysis.name())).look();
    }
  }

  private Analysis analysis(String name, String... after) {
    return analysis(
        name,
        kept -> {
          try {
            kept.readWhere(PracticeScoreRow.class, PracticeScoreRow.class, "diresa_id", "A")
                .forEach(row -> looked.add(name + " " + row.diresaId()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        after);
  }

  private static Analysis analysis(String name, Consumer<KeptRows> lookAhead, String... after) {
    return new Analysis(name, List.of(after), Set.of(), Set.of(), context -> List.of(), lookAhead);
  }

  @Test
  void rowsOnWhichSomethingNewBuildsAreLookedAt() throws IOException {
    look(analysis("known"), analysis("new", "known"), analysis("newer", "new"));

    assertThat(looked).containsExactly("known A");
  }

  @Test
  void whereAllIsKnownNothingIs() throws IOException {
    look(analysis("known"), analysis("too", "known"));

    assertThat(looked).isEmpty();
  }

  @Test
  void aLookThatFailsHindersNoOther() throws IOException {
    look(
        analysis(
            "known",
            kept -> {
              throw new UncheckedIOException(new IOException("the disk is gone"));
            }),
        analysis("too"),
        analysis("new", "known", "too"));

    assertThat(looked).containsExactly("too A");
  }

  @Test
  void withoutAVersionBeforeThereIsNothingToLookAt() {
    new LookAhead(
            List.of(analysis("known"), analysis("new", "known")), analysis -> Optional.empty())
        .look();

    assertThat(looked).isEmpty();
  }
}
