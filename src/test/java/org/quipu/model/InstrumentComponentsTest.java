package org.quipu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.stats.PairwiseMoments;
import org.quipu.table.row.ComponentRow;

/** Expected numbers: R 4.2.2, prcomp(scale. = TRUE); src/test/oracle/models.R. */
class InstrumentComponentsTest {
  private static final OracleFile ANSWERS = OracleFile.of("components-input.csv");
  private static final OracleFile EXPECTED = OracleFile.of("components-expected.csv");

  private static List<BigDecimal[]> answers(String name) {
    return ANSWERS
        .of(List.of(name))
        .map(row -> row.get("answers"))
        .map(InstrumentComponentsTest::numbers)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static BigDecimal[] numbers(String text) {
    return Arrays.stream(text.split(";", -1))
        .map(answer -> answer.isBlank() ? null : new BigDecimal(answer.strip()))
        .toArray(BigDecimal[]::new);
  }

  private static List<ComponentRow> components(List<BigDecimal[]> answers) {
    int items = answers.get(0).length;
    PairwiseMoments moments = new PairwiseMoments(items);
    answers.forEach(moments::add);
    List<String> names = IntStream.rangeClosed(1, items).mapToObj(i -> "item_" + i).toList();
    return InstrumentComponents.rows("raw", "PE", names, moments);
  }

  static Stream<String> cases() {
    return EXPECTED.cases().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheNumbersOfR(String name) {
    List<ComponentRow> rows = components(answers(name));
    Map<String, ComponentRow> found =
        rows.stream()
            .collect(
                Collectors.toMap(row -> row.component() + " " + row.itemId(), Function.identity()));

    EXPECTED
        .of(List.of(name))
        .forEach(
            of -> {
              ComponentRow row = found.get(of.get("component") + " item_" + of.get("item"));
              assertThat(row.eigenvalue())
                  .as(of.toString())
                  .isCloseTo(Double.parseDouble(of.get("eigenvalue")), within(1e-12));
              assertThat(row.cumulative())
                  .as(of.toString())
                  .isCloseTo(Double.parseDouble(of.get("cumulative")), within(1e-12));
              assertThat(row.loading())
                  .as(of.toString())
                  .isCloseTo(Double.parseDouble(of.get("loading")), within(1e-9));
            });
    int items = answers(name).get(0).length;
    assertThat(rows).hasSize(items * items);
    // All components together explain everything.
    assertThat(rows.get(rows.size() - 1).cumulative()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theOrderOfRespondentsChangesNoBit() {
    List<BigDecimal[]> answers = answers("missing");
    List<ComponentRow> rows = components(answers);
    Collections.shuffle(answers, new Random(7));

    assertThat(components(answers)).isEqualTo(rows);
  }

  @Test
  void theCorrelationsOfAnItemWithAllComponentsAddUpToItsVariance() {
    List<ComponentRow> rows = components(answers("thirty_nine"));
    double sum =
        rows.stream()
            .filter(row -> row.itemId().equals("item_7"))
            .mapToDouble(row -> row.itemCorrelation() * row.itemCorrelation())
            .sum();

    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void aConstantItemIsLeftOut() {
    List<BigDecimal[]> answers = answers("five_items");
    answers.forEach(row -> row[2] = BigDecimal.TEN);
    List<ComponentRow> rows = components(answers);

    assertThat(rows).filteredOn(row -> row.component() != null).hasSize(16);
    assertThat(rows)
        .filteredOn(row -> row.component() == null)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.itemId()).isEqualTo("item_3");
              assertThat(row.state()).isEqualTo("no_variance");
              assertThat(row.reason()).isEqualTo("All answers to the item are the same.");
            });
  }

  @Test
  void oneItemAndOneRespondentAreTooFew() {
    List<BigDecimal[]> oneVaries = answers("two_items");
    oneVaries.forEach(row -> row[1] = BigDecimal.ONE);
    List<BigDecimal[]> neverBoth = answers("two_items");
    for (int i = 0; i < neverBoth.size(); i++) {
      neverBoth.get(i)[i % 2] = null;
    }

    assertThat(components(oneVaries))
        .extracting(ComponentRow::state)
        .containsExactlyInAnyOrder("no_variance", "too_few");
    assertThat(components(neverBoth))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo("too_few"))
        .allSatisfy(row -> assertThat(row.loading()).isNull());
    assertThat(components(answers("two_items").subList(0, 1)))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo("too_few"));
  }
}
