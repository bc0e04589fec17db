package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.table.row.GroupAssignmentRow;

class RowShapeTest {

  public record Undescribed(String somethingNew) {}

  public record Undefined(@Column(en = "a sum", es = "una suma") BigDecimal sum) {}

  @ParameterizedTest
  @CsvSource({"n,n", "trimmedMean,trimmed_mean", "df1,df1", "itemRestR,item_rest_r"})
  void namesColumnsInSnakeCase(String component, String column) {
    assertThat(RowShape.snakeCase(component)).isEqualTo(column);
  }

  @Test
  void asksForADescriptionOfEachColumn() {
    assertThatThrownBy(() -> RowShape.of(Undescribed.class))
        .hasMessage("column something_new of Undescribed has no description");
  }

  @Test
  void asksForATypeThatATableCanHold() {
    assertThatThrownBy(() -> RowShape.of(Undefined.class))
        .hasMessageContaining("component sum of Undefined is a java.math.BigDecimal")
        .hasMessageContaining("String, boolean, int, long, double, Instant");
  }

  @Test
  void asksForTheValuesThatAreNeverNull() {
    assertThat(RowOf.whole(GroupAssignmentRow.class, Map.of("group", 2)))
        .isEqualTo(new GroupAssignmentRow(null, null, null, 2));
    assertThatThrownBy(() -> RowOf.whole(GroupAssignmentRow.class, Map.of("diresa_id", "D01")))
        .hasMessage("column group has no value, and GroupAssignmentRow needs one");
  }
}
