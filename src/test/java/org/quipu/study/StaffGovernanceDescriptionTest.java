package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.Summary;

/** Parts of descriptions: whole units, in the order of the table, whatever a part holds. */
class StaffGovernanceDescriptionTest {
  private static final String[][] UNITS = {
    {"national", "PE"}, {"diresa", "D1"}, {"diresa", "D2"}, {"facility", "D1"}, {"facility", "F1"}
  };

  private static List<DescriptiveRow> rows(String cleaning) {
    return Stream.of(UNITS)
        .flatMap(
            unit ->
                Stream.of("i1", "i2", "i3")
                    .map(
                        variable ->
                            new DescriptiveRow(
                                "staff-governance",
                                cleaning,
                                unit[0],
                                unit[1],
                                variable,
                                "item",
                                null,
                                Summary.none(0))))
        .toList();
  }

  private static List<List<String>> parts(int enough) {
    return StaffGovernanceDescription.parts(new BothCleanings<>(rows("raw"), rows("clean")), enough)
        .stream()
        .map(
            part ->
                part.stream()
                    .map(row -> String.join(" ", row.cleaning(), row.level(), row.unitId()))
                    .distinct()
                    .toList())
        .toList();
  }

  @Test
  void eachPartStandsBehindTheOneBefore() {
    List<String> sorted = parts(Integer.MAX_VALUE).get(0);
    assertThat(sorted)
        .containsExactly(
            "clean diresa D1",
            "clean diresa D2",
            "clean facility D1",
            "clean facility F1",
            "clean national PE",
            "raw diresa D1",
            "raw diresa D2",
            "raw facility D1",
            "raw facility F1",
            "raw national PE");
    for (int enough : new int[] {1, 4, 7, 29, 30}) {
      assertThat(parts(enough).stream().flatMap(List::stream)).containsExactlyElementsOf(sorted);
    }
  }

  @Test
  void unitsStayWhole() {
    assertThat(parts(1)).hasSize(10).allSatisfy(part -> assertThat(part).hasSize(1));
    assertThat(parts(4)).hasSize(5).allSatisfy(part -> assertThat(part).hasSize(2));
    assertThat(StaffGovernanceDescription.parts(new BothCleanings<>(List.of(), List.of()), 1))
        .isEmpty();
  }
}
