package org.quipu.benchmark;

import static org.quipu.benchmark.Compared.with;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables that are compared, by how much of them the other program makes.
 *
 * <p>What SQL does not sensibly make, and what is therefore not compared of the whole:
 *
 * <ul>
 *   <li>p-values, and intervals of all but means and medians: DuckDB has no F, t, chi-square,
 *       noncentral or studentized-range distribution
 *   <li>what rests on p-values: {@code conclusion}, {@code cleaning_effect.conclusion_changes},
 *       {@code leave_one_out.changes_conclusion}
 *   <li>permutation tests of correlations; principal components ({@code component})
 *   <li>the adjusted boxplot's rows of {@code outlier}: its medcouple compares all pairs of values
 *   <li>rows whose number is undefined, with their states and reasons; names and texts
 *   <li>the books of a run: {@code run}, {@code check}, {@code quarantine}, {@code removal}, and of
 *       {@code input} all but the counts of the two large files
 * </ul>
 */
final class ComparedTables {
  private static final List<String> UNIT = List.of("period", "level", "unit_id");
  private static final List<String> STAFF = List.of("cleaning", "level", "unit_id", "variable");

  private static final String[] FURTHER = {
    "iqr",
    "mad",
    "trimmed_mean",
    "skewness",
    "kurtosis",
    "lower_fence",
    "upper_fence",
    "outliers",
    "mean_low",
    "mean_high",
    "median_low",
    "median_high"
  };

  private static final Compared FACILITIES =
      new Compared(
          "facility_performance",
          "true",
          List.of("period", "facility_id"),
          List.of("indicators", "indicators_met", "goals_met::INTEGER"));

  private static final Compared UNITS =
      new Compared(
          "unit_performance",
          "facilities > 0",
          with(UNIT, "population"),
          List.of("facilities", "meeting", "percent"));

  private static final Compared INDICATORS =
      new Compared(
          "indicator_summary",
          "true",
          with(UNIT, "indicator_id"),
          List.of(
              "n", "missing", "mean", "sd", "min", "q1", "median", "q3", "max", "percent_meeting"));

  private static final Compared DESCRIPTIVE =
      new Compared(
          "descriptive",
          "n > 0",
          STAFF,
          List.of("n", "missing", "mean", "sd", "min", "q1", "median", "q3", "max"));

  private static final Compared FREQUENCY =
      new Compared("frequency", "true", with(STAFF, "value"), List.of("count", "percent"));

  private static final Compared TESTS =
      new Compared(
          "hypothesis_test",
          "method IN ('anova', 'kruskal_wallis') AND statistic IS NOT NULL",
          with(STAFF, "grouping", "method"),
          List.of("statistic"));

  private static final Compared RELIABILITY =
      new Compared(
          "reliability",
          "method = 'alpha' AND estimate IS NOT NULL",
          List.of("cleaning", "level", "unit_id", "scale"),
          List.of("estimate"));

  private ComparedTables() {}

  static List<Compared> of(Scope scope) {
    if (scope.has(Scope.WHOLE)) {
      return whole();
    }
    List<Compared> tables =
        new ArrayList<>(List.of(FACILITIES, UNITS, INDICATORS, DESCRIPTIVE, FREQUENCY, TESTS));
    if (scope.has(Scope.PAIRWISE)) {
      tables.add(RELIABILITY);
    }
    return tables;
  }

  private static List<Compared> whole() {
    return List.of(
        FACILITIES,
        UNITS,
        INDICATORS.and(FURTHER),
        new Compared(
            "completeness",
            "true",
            List.of("period", "facility_id"),
            List.of("indicators", "reported", "percent")),
        new Compared(
            "clas_coverage",
            "true",
            List.of("level", "unit_id"),
            List.of("facilities", "clas_facilities", "percent", "rank")),
        DESCRIPTIVE.and(FURTHER).and("rank"),
        FREQUENCY,
        TESTS.where("statistic IS NOT NULL").and("n", "groups", "df1", "df2", "effect_size"),
        new Compared(
            "effect_size",
            "estimate IS NOT NULL",
            with(STAFF, "grouping", "method", "effect", "group_a", "group_b"),
            List.of("n", "estimate")),
        new Compared(
            "posthoc",
            "statistic IS NOT NULL",
            with(STAFF, "grouping", "method", "group_a", "group_b"),
            List.of("estimate", "statistic", "df")),
        new Compared(
            "cleaning_effect",
            "n_raw > 0",
            List.of("level", "unit_id", "variable"),
            List.of(
                "n_raw",
                "n_clean",
                "removed",
                "mean_raw",
                "mean_clean",
                "sd_raw",
                "sd_clean",
                "median_raw",
                "median_clean",
                "max_raw",
                "max_clean")),
        new Compared(
            "clustering",
            "icc1 IS NOT NULL",
            STAFF,
            List.of("clusters", "n", "icc1", "icc2", "design_effect", "effective_n")),
        new Compared(
            "agreement",
            "estimate IS NOT NULL",
            with(STAFF, "method", "grouping"),
            List.of("parts", "n", "estimate", "statistic", "df1", "df2")),
        new Compared("histogram", "true", with(STAFF, "bin"), List.of("lower", "upper", "count")),
        new Compared(
            "outlier",
            "rule <> 'adjusted_boxplot'",
            with(STAFF, "rule", "value"),
            List.of("count", "lower", "upper")),
        new Compared(
            "linkage_unit",
            "true",
            List.of("level", "unit_id", "dimension", "cleaning"),
            List.of(
                "period::INTEGER",
                "respondents",
                "median",
                "performance_percent",
                "facilities",
                "clas_performance_percent",
                "clas_facilities")),
        new Compared(
            "correlation",
            "estimate IS NOT NULL",
            List.of("level", "x", "y", "method"),
            List.of("n", "estimate", "statistic", "df", "loo_min", "loo_max")),
        new Compared(
            "leave_one_out",
            "estimate IS NOT NULL",
            List.of("level", "x", "y", "method", "unit_id"),
            List.of("estimate")),
        new Compared(
            "sample",
            "true",
            List.of("level", "unit_id"),
            List.of(
                "respondents",
                "eligible",
                "excluded",
                "sample_size",
                "facilities",
                "margin_points",
                "required_n")),
        new Compared("exclusion", "true", List.of("rule"), List.of("respondents")),
        RELIABILITY
            .where("method IN ('alpha', 'alpha_std', 'split_half') AND estimate IS NOT NULL")
            .by("method")
            .and("items", "n"),
        new Compared(
            "item_analysis",
            "true",
            List.of("cleaning", "scale", "item_id"),
            List.of(
                "n", "mean", "sd", "item_rest_r", "alpha_if_dropped", "wrong_direction::INTEGER")));
  }
}
