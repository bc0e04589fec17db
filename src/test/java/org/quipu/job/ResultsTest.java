package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quipu.table.Block;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.Summary;

/** Rows that are made when they are asked for: of a text only those that may have it. */
class ResultsTest {
  private static DescriptiveRow row(String level, String unit) {
    return new DescriptiveRow(
        "staff-governance", "raw", level, unit, "i1", "item", 1, Summary.none(0));
  }

  private static Results results() {
    var results = new Results();
    results.addBlocks(
        DescriptiveRow.class,
        List.of(
            Block.ofThisRun(
                Map.of("level", "facility"),
                () -> {
                  throw new IllegalStateException("facilities were asked for");
                }),
            Block.ofThisRun(Map.of("level", "national"), () -> Stream.of(row("national", "PE"))),
            Block.ofThisRun(
                Map.of(), () -> Stream.of(row("diresa", "D1"), row("national", "XX")))));
    return results;
  }

  @Test
  void blocksOfAnotherTextAreNotMade() {
    assertThat(results().national(DescriptiveRow.class, DescriptiveRow::level))
        .extracting(DescriptiveRow::unitId)
        .containsExactly("PE", "XX");
  }

  @Test
  void blocksOfWhichNothingIsSaidAre() {
    assertThatThrownBy(
            () -> results().where(DescriptiveRow.class, "unit_id", "XX", DescriptiveRow::unitId))
        .hasMessageContaining("facilities were asked for");
  }

  @Test
  void ofBlocksThatHaveATextAloneRowsAreMade() {
    var results = new Results();
    results.addBlocks(
        DescriptiveRow.class,
        List.of(
            Block.ofThisRun(
                Map.of("period", "2016"),
                () -> {
                  throw new IllegalStateException("an earlier period was asked for");
                }),
            Block.ofThisRun(Map.of("period", "2017"), () -> Stream.of(row("national", "PE")))));

    assertThat(results.inBlocks(DescriptiveRow.class, "period", "2017"))
        .extracting(DescriptiveRow::unitId)
        .containsExactly("PE");
  }
}
