package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.KeptRows;
import org.quipu.table.Staging;
import org.quipu.table.Warehouse;
import org.quipu.table.row.PracticeScoreRow;

class ComputationTest {
  private final Results results = new Results();

  private List<String> failed(Analysis... analyses) {
    return failed(analysis -> Optional.empty(), analyses);
  }

  private List<String> failed(Function<Analysis, Optional<KeptRows>> kept, Analysis... analyses) {
    return Computation.of(
        List.of(analyses),
        new Analysis.Context(null, null, results, null, null, kept, row -> null),
        Progress.silent());
  }

  private static Analysis analysis(
      String name, List<String> after, Function<Analysis.Context, List<Record>> compute) {
    return new Analysis(name, after, Set.of(), compute);
  }

  private static List<PracticeScoreRow> scores(String diresa) {
    return List.of(new PracticeScoreRow(diresa, "all", 1, 2, 50.0));
  }

  private static List<Record> score(String diresa) {
    return List.copyOf(scores(diresa));
  }

  @Test
  void oneThatFailsLosesOnlyItsOwnTables() {
    List<String> failed =
        failed(
            analysis("first", List.of(), context -> score("A")),
            analysis(
                "model",
                List.of(),
                context -> {
                  throw new ArithmeticException("it has no maximum");
                }),
            analysis("last", List.of("model"), context -> score("B")));

    assertThat(failed).containsExactly("model");
    assertThat(results.of(PracticeScoreRow.class))
        .extracting(PracticeScoreRow::diresaId)
        .containsExactly("A", "B");
    assertThat(Outcomes.exitCode(null, results, failed)).isEqualTo(1);
  }

  @Test
  void whatWasMadeWithoutSomethingItBuildsOnIsNotForLaterRuns() {
    failed(
        analysis("first", List.of(), context -> score("A")),
        analysis(
            "model",
            List.of("first"),
            context -> {
              throw new ArithmeticException("it has no maximum");
            }),
        analysis("second", List.of("model"), context -> score("B")),
        analysis("third", List.of("first", "second"), context -> score("C")));

    assertThat(results.completePlaces()).extracting(Place::name).containsExactly("first");
  }

  @Test
  void whatTheVersionBeforeHasIsNotComputedAgain(@TempDir Path folder) throws IOException {
    List<String> failed =
        failedWithRowsBefore(
            folder,
            analysis(
                "known",
                List.of(),
                context -> {
                  throw new AssertionError("nothing has changed");
                }),
            analysis("new", List.of("known"), context -> score("B")));

    assertThat(failed).isEmpty();
    assertThat(results.of(PracticeScoreRow.class))
        .extracting(PracticeScoreRow::diresaId)
        .containsExactly("A", "B");
    assertThat(results.completePlaces()).extracting(Place::name).containsExactly("known", "new");
  }

  /** Computes analyses where the version before has the rows of the one called known. */
  private List<String> failedWithRowsBefore(Path folder, Analysis... analyses) throws IOException {
    Warehouse warehouse = Warehouse.at(folder.toString());
    try (Staging staging = warehouse.begin("before")) {
      String file = staging.write(PracticeScoreRow.class, scores("A"));
      staging.madeBy("key", Map.of("practice_score", file));
      staging.commit();
    }
    try (Staging staging = warehouse.begin("now")) {
      return failed(
          analysis -> staging.kept(analysis.name().equals("known") ? "key" : "other"), analyses);
    }
  }

  @Test
  void rowsStandInTheOrderOfTheListWhicheverIsDoneFirst() {
    CountDownLatch second = new CountDownLatch(1);
    failed(
        analysis(
            "slow",
            List.of(),
            context -> {
              try {
                second.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return score("A");
            }),
        analysis(
            "quick",
            List.of(),
            context -> {
              second.countDown();
              return score("B");
            }));

    assertThat(results.of(PracticeScoreRow.class))
        .extracting(PracticeScoreRow::diresaId)
        .containsExactly("A", "B");
  }
}
