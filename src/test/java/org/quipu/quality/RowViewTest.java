package org.quipu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.source.ColumnType;
import org.quipu.source.TextRecord;

class RowViewTest {

  /** A column of decimals with a gap in it, as table programs write one. */
  @ParameterizedTest
  @CsvSource({"FLAG, Sí", "FLAG, 1", "FLAG, 1.00", "INTEGER, 1.0", "DECIMAL, 1.0", "PERIOD, 2024"})
  void aValueIsReadAlsoAfterARowThatLacksIt(ColumnType type, String value) {
    RowView view =
        new RowView(
            new RowLayout(List.of("marked"), List.of(type), new int[] {0}, 1, Set.of("NA")));
    TextRecord record = new TextRecord();
    for (String missing : List.of("", "NA")) {
      record.begin(2);
      record.add(missing);
      assertThat(view.of(record).isMissing(0)).isTrue();
      record.begin(3);
      record.add(" " + value + " ");
      assertThat(view.of(record).isValid(0)).isTrue();
      assertThat(type != ColumnType.FLAG || view.isSet(0)).isTrue();
    }
  }

  @Test
  void aFlagFromAColumnOfDecimalsIsZeroOrOne() {
    RowView view =
        new RowView(
            new RowLayout(
                List.of("clas"), List.of(ColumnType.FLAG), new int[] {0}, 1, Set.of("NA")));
    TextRecord record = new TextRecord();
    record.begin(2);
    record.add("1." + "0".repeat(20));
    assertThat(view.of(record).isSet(0)).isTrue();
    record.begin(3);
    record.add("0.0000");
    assertThat(view.of(record).isValid(0)).isTrue();
    assertThat(view.isSet(0)).isFalse();
    for (String neither : List.of("1.5", "-1", "2", "0.01", "10", "maybe")) {
      record.begin(4);
      record.add(neither);
      assertThat(view.of(record).isValid(0)).as(neither).isFalse();
    }
  }

  private static boolean isNumber(String text) {
    RowView view =
        new RowView(
            new RowLayout(
                List.of("target"), List.of(ColumnType.DECIMAL), new int[] {0}, 1, Set.of("NA")));
    TextRecord record = new TextRecord();
    record.begin(2);
    record.add(text);
    return view.of(record).isValid(0);
  }

  @Test
  void whatNoDoubleHoldsIsNoNumber() {
    String digits = "9".repeat(100);
    assertThat(List.of("1e99", "-1.5e+99", "1e-100", digits, "0." + digits, "1E2", "0e5"))
        .allMatch(RowViewTest::isNumber);
    assertThat(List.of("1e400", "-1e400", "1e309", "1e99999999999", "1e-400", "9" + digits))
        .noneMatch(RowViewTest::isNumber);
    assertThat(List.of("Infinity", "-Infinity", "NaN", "inf", "1e" + digits, "9".repeat(100_000)))
        .noneMatch(RowViewTest::isNumber);
  }

  private static String reason(ColumnType type, String text) {
    RowView view =
        new RowView(new RowLayout(List.of("staff"), List.of(type), new int[] {0}, 1, Set.of("NA")));
    TextRecord record = new TextRecord();
    record.begin(2);
    record.add(text);
    Rule rule = new Rule.Typed(0, "staff", type);
    assertThat(rule.passes(view.of(record))).isFalse();
    return rule.failure(view).en();
  }

  @Test
  void aHintHelpsWhereItIsFollowed() {
    assertThat(reason(ColumnType.INTEGER, "70.5"))
        .isEqualTo("Column staff holds '70.5'; allowed is a whole number such as 12.");
    assertThat(reason(ColumnType.INTEGER, "70,5")).endsWith("such as 12.");
    assertThat(reason(ColumnType.INTEGER, "70,0")).endsWith("\"{COLUMN:comma}\" }.");
    assertThat(reason(ColumnType.INTEGER, "1,234"))
        .endsWith("It is read by columns { staff = \"{COLUMN:point}\" }.");
    assertThat(reason(ColumnType.DECIMAL, "-1,234"))
        .contains("read as -1.234 by", "and as -1234 by");
    assertThat(reason(ColumnType.DECIMAL, "12,34")).contains("is read by").contains("comma");
    assertThat(reason(ColumnType.DECIMAL, "1e400")).endsWith("such as 12 or 12.5.");
    assertThat(reason(ColumnType.PERIOD, "15/04/2007")).endsWith("\"{COLUMN:month}\" }.");
  }
}
