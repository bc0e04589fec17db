package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

  private static final List<TableColumn> COLUMNS =
      List.of(
          column("period", ColumnType.STRING),
          column("level", ColumnType.STRING),
          column("group", ColumnType.INT),
          column("n", ColumnType.LONG),
          column("percent", ColumnType.DOUBLE),
          column("majority", ColumnType.BOOLEAN),
          column("started", ColumnType.TIMESTAMP),
          column("reason", ColumnType.STRING));

  private static final Row ROW =
      new Row(
          COLUMNS.stream().map(TableColumn::name).toList(),
          Arrays.asList(
                  "2007",
                  "it's",
                  1,
                  9_007_199_254_740_993L,
                  65.39,
                  true,
                  Instant.parse("2024-08-27T12:00:00Z"),
                  null)
              .toArray());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          period = '2007' | true
          period = 2007 | true
          period = 02007 | false
          PERIOD_ = 1 or 1 = 1 | error
          level = 'it''s' | true
          level != 'it''s' | false
          level <> 'x' and group = 1 | true
          "group" = 1 AND NOT group = 2 | true
          group in (2, 1) | true
          group not in (2, 3) | true
          group IN (2, 3) | false
          group between 1 and 1 and percent > 60 | true
          n = 9007199254740993 | true
          n = 9007199254740992 | false
          n > 9007199254740992.5 | true
          percent = 65.39 | true
          percent = '65.39' | true
          percent >= 6.539e1 | true
          percent < 65.39 | false
          percent <= .5 | false
          percent > -1 | true
          majority = true | true
          majority = 1 | true
          majority = 'false' | false
          started >= '2024-08-27' | true
          started < '2024-08-27T12:00:00Z' | false
          reason is null | true
          reason is not null | false
          reason = '' | false
          reason != '' | false
          not reason = '' | false
          reason in ('a') or level = 'it''s' | true
          reason = 'a' and level = 'x' or group = 1 | true
          level = 'x' and (reason = 'a' or group = 1) | false
          not (level = 'x' or group = 2) | true
          reason = null | false
          level like 'it%' | true
          level like '_t_s' | true
          level like '.*' | false
          level not like 'it%' | false
          """)
  void decidesAsSqlDoes(String text, String expected) {
    if (expected.equals("error")) {
      assertThatThrownBy(() -> Filter.parse(text, COLUMNS))
          .isInstanceOf(IllegalArgumentException.class);
    } else {
      assertThat(Filter.parse(text, COLUMNS).matches(ROW)).isEqualTo(Boolean.valueOf(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          percnt = 3 | unknown column 'percnt'; did you mean 'percent'? Known: period, level, group
          level = | at character 8 of the filter: expected a value, found the end of the filter
          level = diresa | expected a value (text stands in single quotes), found diresa
          level 'x' | at character 7 of the filter: expected =, !=, <, <=, >, >=, in, like, between or is, found 'x'
          level = 'x | the quote at character 9 of the filter is not closed
          level = 'x' level = 'y' | at character 13 of the filter: expected and, or, or the end
          (level = 'x' | expected ), found the end of the filter
          level = 'x'; drop table t | character 12 of the filter, ';', begins no name, number, 'text' or operator
          and level = 'x' | at character 1 of the filter: expected a column, found and
          n = 'many' | column n holds numbers, and cannot be compared with 'many' at character 5
          majority = 2 | column majority holds true or false
          started > 'yesterday' | column started holds times, such as '2024-08-27'
          n like '1%' | expected a text column and a pattern in quotes about like
          group in () | expected a value, found )
          reason is 'x' | expected null, found 'x'
          """)
  void saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> Filter.parse(text, COLUMNS))
        .isInstanceOfSatisfying(
            TableException.class,
            e -> {
              assertThat(e).message().containsIgnoringCase(message);
              assertThat(e.spanish()).isNotBlank().isNotEqualTo(e.getMessage());
            });
  }

  @Test
  void knowsItsColumns() {
    assertThat(Filter.parse("n > 1 or (level = 'x' and n < 5)", COLUMNS).columns())
        .containsExactlyInAnyOrder("n", "level");
    assertThat(Filter.parse("  ", COLUMNS).matches(ROW)).isTrue();
  }

  private static TableColumn column(String name, ColumnType type) {
    return new TableColumn(name, type, true, new Text(name, name));
  }
}
