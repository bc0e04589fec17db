package org.quipu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.Book;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.summary.SummaryStore;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.ModelCoefficientRow;
import org.quipu.table.row.PracticeScoreRow;

/** Expected numbers: R 4.2.2, glm and sandwich::vcovCL; src/test/oracle/models.R. */
class GoalModelTest {
  private static final OracleFile CELLS = OracleFile.of("goal-model-input.csv");
  private static final OracleFile DIRESAS = OracleFile.of("goal-model-diresas.csv");
  private static final OracleFile EXPECTED = OracleFile.of("goal-model-expected.csv");

  /** The inputs of a model, line by line, so that a test can change and shuffle them. */
  private static final class Data {
    final List<String> registry = new ArrayList<>();
    final List<FacilityPerformanceRow> facilities = new ArrayList<>();
    final List<PracticeScoreRow> scores = new ArrayList<>();
    final List<String> context = new ArrayList<>();

    Data add(String diresa, String category, int clas, int met, int missed) {
      for (int i = 0; i < met + missed; i++) {
        String id = "F%05d".formatted(facilities.size());
        registry.add(String.join(",", id, diresa, category, String.valueOf(clas)));
        facilities.add(
            new FacilityPerformanceRow(
                "2007", id, null, diresa, clas == 1, 3, i < met ? 3 : 1, i < met));
      }
      return this;
    }

    Data diresa(String diresa, double practice, String mortality) {
      scores.add(new PracticeScoreRow(diresa, "all", 1, 2, practice));
      context.add(String.join(",", diresa, "2007", "infant_mortality", mortality));
      context.add(String.join(",", diresa, "2014", "infant_mortality", "1"));
      return this;
    }

    Data shuffled(long seed) {
      for (List<?> rows : List.of(registry, facilities, scores, context)) {
        Collections.shuffle(rows, new Random(seed));
      }
      return this;
    }

    GoalModel model() {
      return new GoalModel(
          facilities,
          scores,
          FacilityRegistry.of(
              source(
                  SourceContract.FACILITY_REGISTRY,
                  "facility_id,diresa_id,category,clas",
                  registry),
              "PE"),
          source(SourceContract.CONTEXT_INDICATOR, "diresa_id,period,indicator_id,value", context),
          List.of("infant_mortality"),
          0.95);
    }

    List<ModelCoefficientRow> rows() {
      return model().compute(SummaryStore.none());
    }
  }

  private static SmallSource source(SourceContract contract, String header, List<String> lines) {
    List<String> names = List.of(header.split(","));
    List<AcceptedRow> rows = new ArrayList<>();
    for (String line : lines) {
      List<String> values =
          Arrays.stream(line.split(",", -1)).map(text -> text.isEmpty() ? null : text).toList();
      rows.add(new AcceptedRow("test.csv", rows.size() + 2L, line, names, values));
    }
    return new SmallSource(contract, Set.copyOf(names), rows, Book.empty());
  }

  private static Data data(String name) {
    Data data = new Data();
    CELLS
        .of(List.of(name))
        .forEach(
            row ->
                data.add(
                    row.get("diresa"),
                    row.get("category"),
                    Integer.parseInt(row.get("clas")),
                    Integer.parseInt(row.get("met")),
                    Integer.parseInt(row.get("missed"))));
    DIRESAS
        .of(List.of(name))
        .forEach(
            row ->
                data.diresa(
                    row.get("diresa"),
                    Double.parseDouble(row.get("practice")),
                    row.get("mortality")));
    return data;
  }

  static Stream<String> cases() {
    return EXPECTED.cases().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheNumbersOfR(String name) {
    Map<String, ModelCoefficientRow> rows =
        data(name).rows().stream()
            .filter(row -> row.state().equals("ok"))
            .collect(
                Collectors.toMap(
                    row -> row.population() + " " + row.model() + " " + row.term(), row -> row));
    List<Map<String, String>> expected = EXPECTED.of(List.of(name)).toList();

    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            expected.stream()
                .map(of -> OracleFile.key(of, "population", "model", "term"))
                .toList());
    for (Map<String, String> of : expected) {
      ModelCoefficientRow row = rows.get(OracleFile.key(of, "population", "model", "term"));
      same(of, "estimate", row.estimate());
      same(of, "std_error", row.stdError());
      same(of, "statistic", row.statistic());
      same(of, "p_value", row.pValue());
      same(of, "conf_low", row.confLow());
      same(of, "conf_high", row.confHigh());
      assertThat(row.n()).isEqualTo(Long.parseLong(of.get("n")));
      assertThat(row.diresas()).isEqualTo(Long.parseLong(of.get("diresas")));
      assertThat(row.oddsRatio()).isEqualTo(Math.exp(row.estimate()));
    }
  }

  private static void same(Map<String, String> expected, String column, double actual) {
    double value = Double.parseDouble(expected.get(column));
    assertThat(actual)
        .as(column + " of " + expected)
        .isCloseTo(value, within(1e-8 * Math.abs(value)));
  }

  @Test
  void theOrderOfRowsChangesNoBit() {
    List<ModelCoefficientRow> rows = data("sample_like").rows();

    assertThat(data("sample_like").shuffled(1).rows()).isEqualTo(rows);
    assertThat(data("sample_like").shuffled(2).rows()).isEqualTo(rows);
  }

  @Test
  void targetsOfAYearToComeChangeNothing() {
    Data data = five();
    List<ModelCoefficientRow> rows = data.rows();
    FacilityPerformanceRow first = data.facilities.get(0);
    data.facilities.add(
        new FacilityPerformanceRow(
            "2008", first.facilityId(), null, first.diresaId(), false, 0, 0, null));

    assertThat(data.rows()).isEqualTo(rows);
  }

  private static Data five() {
    Data data = new Data();
    for (int i = 1; i <= 5; i++) {
      data.diresa("D" + i, 10.0 * i * i, String.valueOf(20 + i % 3));
      data.add("D" + i, "I-1", 0, 3 + i, 5).add("D" + i, "I-2", 1, 2 + i, 4);
    }
    return data;
  }

  private static ModelCoefficientRow row(
      List<ModelCoefficientRow> rows, String model, String term) {
    return rows.stream()
        .filter(row -> row.population().equals("all"))
        .filter(row -> row.model().equals(model) && row.term().equals(term))
        .collect(Collectors.collectingAndThen(Collectors.toList(), GoalModelTest::only));
  }

  private static ModelCoefficientRow only(List<ModelCoefficientRow> rows) {
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void aTermThatOthersDetermineIsLeftOut() {
    ModelCoefficientRow row = row(five().rows(), GoalModelRows.NAIVE, "category_I-2");

    assertThat(row.state()).isEqualTo("not_computable");
    assertThat(row.reason()).isEqualTo("The term is a linear combination of the terms before it.");
    assertThat(row.reference()).isEqualTo("category_I-1");
    assertThat(row.estimate()).isNull();
  }

  @Test
  void aConstantTermIsLeftOutAndTheOthersStay() {
    Data data = five();
    data.context.replaceAll(
        line -> line.replaceAll("2007,infant_mortality,.*", "2007,infant_mortality,20"));
    List<ModelCoefficientRow> rows = data.rows();

    assertThat(row(rows, GoalModelRows.NAIVE, "infant_mortality_2007").state())
        .isEqualTo("no_variance");
    assertThat(row(rows, GoalModelRows.NAIVE, "practice_score").state()).isEqualTo("ok");
  }

  @Test
  void aCategoryThatAlwaysMeetsItsGoalsIsLeftOutWithItsFacilities() {
    List<ModelCoefficientRow> without = five().rows();
    Data data = five().add("D1", "I-4", 0, 2, 0).add("D3", "I-4", 1, 1, 0);
    List<ModelCoefficientRow> rows = data.rows();

    ModelCoefficientRow row = row(rows, GoalModelRows.NAIVE, "category_I-4");
    assertThat(row.state()).isEqualTo("not_computable");
    assertThat(row.reason()).startsWith("Each of the 3 facilities of category I-4 meets its goals");
    assertThat(row(rows, GoalModelRows.NAIVE, "practice_score"))
        .isEqualTo(row(without, GoalModelRows.NAIVE, "practice_score"));
  }

  @Test
  void aScoreThatTellsThemApartWithoutErrorHasNoFiniteCoefficient() {
    Data data = new Data();
    for (int i = 1; i <= 6; i++) {
      data.diresa("D" + i, 10.0 * i, String.valueOf(20 + i % 2));
      data.add("D" + i, "I-1", 0, i > 3 ? 5 : 0, i > 3 ? 0 : 5);
    }
    ModelCoefficientRow row = row(data.rows(), GoalModelRows.NAIVE, "practice_score");

    assertThat(row.state()).isEqualTo("not_computable");
    assertThat(row.reason()).contains("without error");
    assertThat(row.reasonEs()).contains("sin error");
  }

  @Test
  void fewDiresasAndGoalsThatAllMeetAreStates() {
    Data three = new Data();
    Data met = new Data();
    for (int i = 1; i <= 6; i++) {
      met.diresa("D" + i, 10.0 * i, "20").add("D" + i, "I-1", 1, 4, 0);
      if (i <= 3) {
        three.diresa("D" + i, 10.0 * i, "20").add("D" + i, "I-1", 1, 4, 4);
      }
    }

    assertThat(three.model().compute(SummaryStore.none()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.state()).isIn("too_few", "no_variance"));
    assertThat(
            row(three.model().compute(SummaryStore.none()), GoalModelRows.ROBUST, "intercept")
                .reason())
        .isEqualTo("There are 3 DIRESAs with data; at least 4 are needed.");
    assertThat(met.model().compute(SummaryStore.none()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.state()).isIn("no_variance", "not_computable"));
    assertThat(new Data().model().compute(SummaryStore.none())).isEmpty();
  }

  @Test
  void clusterRobustErrorsNeedMoreDiresasThanCoefficients() {
    List<ModelCoefficientRow> rows =
        five().add("D2", "I-3", 1, 3, 2).add("D4", "I-3", 0, 1, 2).rows();

    assertThat(row(rows, GoalModelRows.NAIVE, "practice_score").state()).isEqualTo("ok");
    assertThat(row(rows, GoalModelRows.ROBUST, "practice_score").state()).isEqualTo("too_few");
  }
}
