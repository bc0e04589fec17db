package org.quipu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.stats.Silhouette;
import org.quipu.table.row.PracticeClusterChoiceRow;
import org.quipu.table.row.PracticeClusterRow;
import org.quipu.table.row.PracticeUseRow;

/** Expected numbers: R 4.2.2, the best of 5,000 starts of kmeans; src/test/oracle/models.R. */
class PracticeProfilesTest {
  private static final long SEED = 20240827;
  private static final OracleFile PROFILES = OracleFile.of("profiles-input.csv");
  private static final OracleFile EXPECTED = OracleFile.of("profiles-expected.csv");

  private static List<PracticeUseRow> uses(String name) {
    List<PracticeUseRow> rows = new ArrayList<>();
    PROFILES
        .of(List.of(name))
        .forEach(row -> rows.addAll(uses(row.get("diresa"), row.get("used"))));
    return rows;
  }

  private static List<PracticeUseRow> uses(String diresa, String used) {
    List<PracticeUseRow> rows = new ArrayList<>();
    for (int i = 0; i < used.length(); i++) {
      Boolean use = used.charAt(i) == '?' ? null : (Boolean) (used.charAt(i) == '1');
      rows.add(new PracticeUseRow(diresa, "Q%02d".formatted(i), "A", "leadership", "good", use));
    }
    return rows;
  }

  private static PracticeProfiles.Result clusters(List<PracticeUseRow> uses) {
    return new PracticeProfiles(uses, SEED).compute();
  }

  static Stream<String> cases() {
    return EXPECTED.cases().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsPartitionsWithinHalfAPercentOfTheBestOfManyStarts(String name) {
    List<PracticeClusterChoiceRow> choices = clusters(uses(name)).choices();
    List<Map<String, String>> expected = EXPECTED.of(List.of(name)).toList();

    assertThat(choices).hasSameSizeAs(expected);
    for (int i = 0; i < choices.size(); i++) {
      double best = Double.parseDouble(expected.get(i).get("within"));
      assertThat(choices.get(i).withinSumOfSquares())
          .as(expected.get(i).get("k"))
          .isBetween(best * (1 - 1e-12), best * 1.005);
    }
    PracticeClusterChoiceRow chosen =
        choices.stream().filter(PracticeClusterChoiceRow::chosen).findFirst().orElseThrow();
    assertThat(choices)
        .allSatisfy(
            row -> assertThat(row.meanSilhouette()).isLessThanOrEqualTo(chosen.meanSilhouette()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheSilhouettesOfTheirDefinition(String name) {
    long[][] distances = PracticeMatrix.of(uses(name)).distances();
    EXPECTED
        .of(List.of(name))
        .forEach(
            of -> {
              int[] clusters =
                  Arrays.stream(OracleFile.numbers(of.get("clusters")))
                      .mapToInt(cluster -> (int) cluster)
                      .toArray();
              double[] widths = Silhouette.widths(distances, clusters);
              assertThat(widths)
                  .containsExactly(OracleFile.numbers(of.get("widths")), within(1e-12));
              assertThat(Silhouette.mean(widths))
                  .isCloseTo(Double.parseDouble(of.get("mean_width")), within(1e-12));
            });
  }

  @Test
  void theOrderOfRowsChangesNoBit() {
    List<PracticeUseRow> uses = uses("three_kinds");
    PracticeProfiles.Result found = clusters(uses);
    Collections.shuffle(uses, new Random(3));

    assertThat(clusters(uses)).isEqualTo(found);
  }

  @Test
  void findsTwoKindsOfDiresasTheOneThatUsesMoreFirst() {
    List<PracticeUseRow> uses = new ArrayList<>();
    List.of("000011", "111100", "000111", "111110", "000011", "111100")
        .forEach(used -> uses.addAll(uses("D" + uses.size() / 6, used)));

    List<PracticeClusterRow> rows = clusters(uses).clusters();

    assertThat(rows).extracting(PracticeClusterRow::k).containsOnly(2);
    assertThat(rows).extracting(PracticeClusterRow::cluster).containsExactly(2, 1, 2, 1, 2, 1);
    assertThat(rows).extracting(PracticeClusterRow::practicesUsed).contains(5L, 4L, 3L, 2L);
    assertThat(rows).allSatisfy(row -> assertThat(row.criterion()).isEqualTo("mean_silhouette"));
  }

  @Test
  void aPracticeThatOneDiresaLeftUnansweredIsNotCompared() {
    List<PracticeUseRow> uses = new ArrayList<>();
    List.of("0011?", "11001", "00111", "11100")
        .forEach(used -> uses.addAll(uses("D" + uses.size() / 5, used)));

    assertThat(clusters(uses).clusters())
        .allSatisfy(row -> assertThat(row.practices()).isEqualTo(4));
  }

  @Test
  void threeDiresasAndEqualProfilesAreStatesWithoutASession() {
    List<PracticeUseRow> three = new ArrayList<>();
    List<PracticeUseRow> equal = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      equal.addAll(uses("D" + i, "0110"));
      if (i < 3) {
        three.addAll(uses("D" + i, i == 0 ? "0110" : "1001"));
      }
    }

    PracticeProfiles.Result few = new PracticeProfiles(three, SEED).compute();
    assertThat(few.choices()).isEmpty();
    assertThat(few.clusters())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo("too_few"))
        .allSatisfy(row -> assertThat(row.cluster()).isNull());
    assertThat(new PracticeProfiles(equal, SEED).compute().clusters())
        .hasSize(5)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo("no_variance"))
        .allSatisfy(
            row ->
                assertThat(row.reasonEs())
                    .isEqualTo(
                        "Todas las DIRESA tienen el mismo perfil en las prácticas comparadas."));
    assertThat(new PracticeProfiles(List.of(), SEED).compute().clusters()).isEmpty();
  }
}
