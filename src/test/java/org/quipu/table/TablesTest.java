package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TablesTest {

  static final List<ResultTable> TABLES = Tables.ALL;

  /** The columns that users rely on; a table may have more of them, between or behind these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quarantine | source, file, line, raw, rule, reason_es, reason_en
          check | check_id, source, rule, severity, rows, failing, percent, threshold, status
          facility_performance | period, facility_id, network_id, diresa_id, clas, indicators, indicators_met, goals_met
          unit_performance | period, level, unit_id, population, facilities, meeting, percent
          indicator_summary | period, level, unit_id, indicator_id, n, missing, mean, sd, min, q1, median, q3, max, iqr, mad, trimmed_mean, skewness, kurtosis, lower_fence, upper_fence, outliers, percent_meeting
          practice_use | diresa_id, question_id, option_id, function, classification, used
          practice_score | diresa_id, function, good_used, good_possible, percent
          practice_comparison | question_id, option_id, function, classification, used_all, n_all, used_1, n_1, used_2, n_2, difference, majority, more_frequent_in_1, fisher_p, p_adjusted
          group_assignment | diresa_id, performance_percent, facilities, group
          group_summary | group, variable, units, facilities, mean_weighted, mean_unweighted, min, max
          descriptive | study, cleaning, level, unit_id, variable, n, missing, mean, sd, min, q1, median, q3, max, iqr, mad, trimmed_mean, skewness, kurtosis, lower_fence, upper_fence, outliers
          frequency | study, cleaning, level, unit_id, variable, value, count, percent
          histogram | study, cleaning, level, unit_id, variable, bin, lower, upper, count
          correlation | study, level, x, y, method, n, estimate, statistic, df, p_value, conf_low, conf_high, loo_min, loo_max, state, reason
          hypothesis_test | study, cleaning, level, unit_id, variable, grouping, method, n, groups, statistic, df1, df2, p_value, effect, effect_size, conf_low, conf_high, state, reason
          posthoc | study, cleaning, variable, method, group_a, group_b, estimate, statistic, df, conf_low, conf_high, p_value, p_adjusted
          reliability | study, cleaning, level, unit_id, scale, method, items, n, estimate, conf_low, conf_high, state, reason
          item_analysis | study, cleaning, scale, item_id, n, mean, sd, item_rest_r, alpha_if_dropped
          figure_check | figure_id, source, quantity, published, computed, difference, verdict, detail_es, detail_en
          input | source, path, format, dialect, encoding, bytes, sha256, rows_read, accepted, quarantined, duplicates
          """)
  void keepsTheColumnsThatUsersRelyOn(String table, String columns) {
    List<String> names =
        Tables.named(table).orElseThrow().columns().stream().map(TableColumn::name).toList();

    assertThat(names).startsWith("run_id").containsSubsequence(columns.split(", "));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void describesEachColumnInBothLanguages(ResultTable table) {
    assertThat(table.columns())
        .allSatisfy(
            column -> {
              assertThat(column.name()).matches("[a-z][a-z0-9_]*");
              assertThat(column.about().en()).as(column.name()).isNotBlank();
              assertThat(column.about().es()).as(column.name()).isNotBlank();
            });
    assertThat(table.columns().stream().map(TableColumn::name)).doesNotHaveDuplicates();
  }

  @Test
  void namesEachTableAndRowOnce() {
    assertThat(Tables.ALL).extracting(ResultTable::name).doesNotHaveDuplicates();
    assertThat(Tables.ALL).extracting(ResultTable::row).doesNotHaveDuplicates();
    assertThat(Tables.ALL.stream().filter(ResultTable::restricted).map(ResultTable::name))
        .containsExactly("quarantine", "removal");
  }

  @Test
  void findsTheTableOfARecord() {
    assertThat(
            Tables.ALL.stream()
                .map(table -> Tables.of(table.row()).name())
                .collect(Collectors.toList()))
        .isEqualTo(Tables.ALL.stream().map(ResultTable::name).toList());
  }
}
