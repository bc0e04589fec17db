package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quipu.registry.Level;
import org.quipu.summary.Cleaning;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FrequencyRow;

/** Parts of tables of units: whole units of one level, in the order of the table. */
class UnitPartTest {
  private static final Map<Level, List<String>> UNITS =
      Map.of(
          Level.NATIONAL,
          List.of("PE"),
          Level.DIRESA,
          List.of("D1", "D2"),
          Level.FACILITY,
          List.of("D1", "F1", "F2"));

  /** A row of two that a unit has. */
  private record Half(String level, String unit, int half) {}

  private static List<UnitPart<Half>> parts(int size) {
    return UnitPart.of(
        Set.of(Level.NATIONAL, Level.FACILITY, Level.DIRESA),
        UNITS::get,
        size,
        (level, unit) -> List.of(new Half(level.id(), unit, 1), new Half(level.id(), unit, 2)));
  }

  @Test
  void eachPartStandsBehindTheOneBefore() {
    List<Half> sorted =
        List.of(
            new Half("diresa", "D1", 1),
            new Half("diresa", "D1", 2),
            new Half("diresa", "D2", 1),
            new Half("diresa", "D2", 2),
            new Half("facility", "D1", 1),
            new Half("facility", "D1", 2),
            new Half("facility", "F1", 1),
            new Half("facility", "F1", 2),
            new Half("facility", "F2", 1),
            new Half("facility", "F2", 2),
            new Half("national", "PE", 1),
            new Half("national", "PE", 2));
    for (int size = 1; size < 5; size++) {
      assertThat(parts(size).stream().flatMap(part -> part.rows().get()))
          .containsExactlyElementsOf(sorted);
    }
  }

  @Test
  void aPartHasWholeUnitsOfOneLevel() {
    assertThat(parts(1)).hasSize(6).allSatisfy(part -> assertThat(part.rows().get()).hasSize(2));
    assertThat(parts(2))
        .extracting(UnitPart::level, part -> part.rows().get().count())
        .containsExactly(
            tuple(Level.DIRESA, 4L),
            tuple(Level.FACILITY, 4L),
            tuple(Level.FACILITY, 2L),
            tuple(Level.NATIONAL, 2L));
    assertThat(parts(2))
        .allSatisfy(
            part ->
                assertThat(part.rows().get())
                    .allMatch(row -> row.level().equals(part.level().id())));
  }

  /** Rows within a part are sorted when they are written; parts must stand in order themselves. */
  @Test
  void partsOfTheStudyStandInTheOrderOfTheirTables() {
    StaffGovernance.Input input = StaffSurveys.sample();
    StaffGovernanceDescription description =
        StaffGovernanceDescription.of(input.raw(), input.clean(), 0.95);
    assertInOrder(
        description.parts(2),
        Comparator.comparing(DescriptiveRow::cleaning)
            .thenComparing(DescriptiveRow::level)
            .thenComparing(DescriptiveRow::unitId));
    assertInOrder(
        StaffGovernanceCleaning.of(input, description, List.of()).parts(2),
        Comparator.comparing(CleaningEffectRow::level).thenComparing(CleaningEffectRow::unitId));
    assertInOrder(
        StaffFrequencies.of(input.views(), 2),
        Comparator.comparing(FrequencyRow::cleaning)
            .thenComparing(FrequencyRow::level)
            .thenComparing(FrequencyRow::unitId));
    assertThat(description.units().keySet()).contains(Level.NATIONAL, Level.FACILITY);
    Set<String> cleanings = new TreeSet<>();
    description
        .parts(2)
        .forEach(part -> part.rows().get().forEach(row -> cleanings.add(row.cleaning())));
    assertThat(cleanings).containsExactly(Cleaning.CLEAN.id(), Cleaning.RAW.id());
  }

  private static <R extends Record> void assertInOrder(
      List<UnitPart<R>> parts, Comparator<R> order) {
    List<R> last = List.of();
    for (UnitPart<R> part : parts) {
      List<R> rows = part.rows().get().toList();
      for (R before : last) {
        assertThat(rows).allMatch(row -> order.compare(before, row) < 0);
      }
      last = rows;
    }
  }
}
