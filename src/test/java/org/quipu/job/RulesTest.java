package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.Row;

/**
 * Rules through the command line: what they find, what the user decides about them, what they cost.
 */
class RulesTest {
  @TempDir Path folder;

  private static final List<String> REGISTRY =
      List.of(
          "facility_id,diresa_id,network_id,micronetwork_id",
          "f1,D1,R1,M1",
          "f2,D1,R1,M2",
          // Network R1 stands in two DIRESAs, micro-network M1 in three networks.
          "f3,D2,R1,M1",
          "f4,D2,R2,M1",
          // A facility in two networks: neither row can be believed.
          "f5,D2,R2,M3",
          "f5,D2,R3,M3");

  private RunOfSample indicators(String... rows) {
    List<String> lines =
        new ArrayList<>(List.of("facility_id,period,indicator_id,target,achieved"));
    lines.addAll(List.of(rows));
    return RunOfSample.in(folder)
        .writing("facility-registry", REGISTRY)
        .writing("facility-indicator", lines)
        .with("sources.indicator-catalog=null", "sources.published-figures=null");
  }

  private static void assertCheck(RunOfSample run, String id, long rows, long failing) {
    Row check = run.row("check", "check_id", id);
    assertThat(List.of(check.value("rows"), check.value("failing")))
        .isEqualTo(List.of(rows, failing));
    assertThat(check.text("status"))
        .isEqualTo(failing == 0 ? "passed" : "passed_with_failing_rows");
    assertThat(check.value("percent"))
        .isEqualTo(rows == 0 ? null : (Object) (100.0 * failing / rows));
  }

  @Test
  void theRegistryIsATreeAndIndicatorsAreCompleteAndSteady() {
    List<String> rows = new ArrayList<>();
    for (int year = 2001; year <= 2007; year++) {
      rows.add("f1," + year + ",a,10," + (year == 2005 ? 5000 : 10 + year % 3));
      rows.add("f2," + year + ",a,10,7");
      rows.add("f3," + year + ",a," + (year == 2003 ? "" : 10) + ",9");
    }
    RunOfSample run = indicators(rows.toArray(String[]::new));
    assertThat(run.run("facility-performance")).isZero();
    assertCheck(run, "facility_registry_network_in_one_diresa", 2, 1);
    assertCheck(run, "facility_registry_micronetwork_in_one_network", 2, 1);
    assertThat(
            run.row("check", "check_id", "facility_registry_network_in_one_diresa")
                .text("detail_en"))
        .contains("R1 (D1, D2)");
    assertThat(run.table("quarantine", "rule", "duplicate_contradicting"))
        .extracting(row -> row.value("line"))
        .containsExactly(6L, 7L);
    assertCheck(run, "facility_indicator_target_given_with_achieved", 21, 1);
    // f4 has no row; of four facilities, one indicator and seven years 21 of 28 cells are there.
    assertCheck(run, "facility_indicator_facility_reports", 4, 1);
    assertCheck(run, "facility_indicator_cells_complete", 28, 7);
    assertThat(run.table("completeness")).hasSize(28);
    Row silent = run.row("completeness", "facility_id", "f4", "period", "2003");
    assertThat(
            List.of(silent.value("indicators"), silent.value("reported"), silent.value("percent")))
        .isEqualTo(List.of(1L, 0L, 0.0));
    assertCheck(run, "facility_indicator_history_jump", 21, 1);
    assertThat(run.row("check", "check_id", "facility_indicator_history_jump").text("detail_en"))
        .contains("f1, a, 2005: 5000, median 11");
  }

  @Test
  void aYearBesideItsMonths() {
    RunOfSample run =
        indicators(
            "f1,2007,a,12,12",
            "f1,2007-01,a,1,1",
            "f1,2007-02,a,1,1",
            "f1,2008,a,12,12",
            "f2,2007,b,12,12",
            "f2,2007-01,a,1,1",
            "f2,2008-01,b,1,1");
    assertThat(run.run("facility-performance")).isZero();
    assertCheck(run, "facility_indicator_year_or_months", 3, 1);
  }

  @Test
  void rowsReportedLate() {
    List<String> lines =
        List.of(
            "facility_id,period,indicator_id,target,achieved,reported_on",
            "f1,2007-02,a,1,1,2007-03-31",
            "f2,2007-02,a,1,1,2007-04-01",
            "f3,2007,a,1,1,2008-01-31T10:00",
            "f4,2007,a,1,1,soon");
    RunOfSample run = indicators().writing("facility-indicator", lines);
    assertThat(run.run("facility-performance")).isZero();
    assertCheck(run, "facility_indicator_reported_in_time", 4, 2);
  }

  private RunOfSample survey(int items, String... rows) {
    List<String> instrument = new ArrayList<>(List.of("item_id,dimension_id,min,max"));
    IntStream.range(0, items).forEach(i -> instrument.add("i" + i + ",d,1,5"));
    List<String> lines = new ArrayList<>();
    lines.add(
        "respondent_id,duration_seconds,"
            + IntStream.range(0, items).mapToObj(i -> "i" + i).collect(Collectors.joining(",")));
    lines.addAll(List.of(rows));
    return RunOfSample.in(folder)
        .writing("instrument", instrument)
        .writing("staff-survey", lines)
        .writing("facility-registry", REGISTRY)
        .with("sources.published-figures=null");
  }

  @Test
  void answersThatAreNone() {
    RunOfSample run =
        survey(
            10,
            "r1,100,1,2,3,4,5,1,2,3,4,5",
            "r2,100,1,2,3,4,5,1,2,3,4,5",
            "r3,19,1,2,3,4,5,1,2,3,4,4",
            "r4,20,3,3,3,3,3,3,3,3,3,3",
            "r5,,3,3,3,3,,,,,,",
            "r6,100,1,99,3,4,5,1,2,3,4,9",
            "r7,100,1,6,3,4,5,1,2,3,4,1",
            // The same row twice is a duplicate, no repetition of answers.
            "r8,100,2,2,3,4,5,1,2,3,4,5",
            "r8,100,2,2,3,4,5,1,2,3,4,5");
    assertThat(run.run("staff-governance")).isZero();
    assertCheck(run, "staff_survey_straight_lining", 9, 1);
    assertCheck(run, "staff_survey_answer_pace", 9, 1);
    assertCheck(run, "staff_survey_missing_code", 9, 1);
    assertCheck(run, "staff_survey_answers_repeated", 6, 1);
    assertCheck(run, "staff_survey_facility_column", 1, 1);
    assertThat(run.row("input", "source", "staff-survey").value("quarantined")).isEqualTo(0L);
  }

  @Test
  void whatTheUserDecides() {
    String[] rows = {"f1,2007,a,10,10", "f2,2007,a,10,10", "f3,2007,a,,10", "nobody,2007,a,1,1"};
    String known = "rules.facility_indicator_facility_known.";
    String target = "rules.facility_indicator_target_given_with_achieved.";
    RunOfSample run =
        indicators(rows)
            .with(target + "severity=reject", known + "severity=warn", known + "max-rate=0.2");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(run.row("quarantine", "rule", "target_given_with_achieved").value("line"))
        .isEqualTo(4L);
    assertThat(run.table("quarantine", "rule", "facility_known")).isEmpty();
    Row check = run.row("check", "check_id", "facility_indicator_facility_known");
    assertThat(List.of(check.value("threshold"), check.text("status"), check.text("severity")))
        .isEqualTo(List.of(20.0, "failed", "warn"));
    assertThat(run.run("facility-performance", "--set", "strict.quality=true")).isEqualTo(4);

    run = indicators(rows).with(target + "severity=off");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(run.table("check", "rule", "target_given_with_achieved")).isEmpty();

    run = indicators(rows).with(known + "severity=stop", known + "max-rows=1");
    assertThat(run.run("facility-performance")).isZero();
    run = indicators(rows).with(known + "severity=stop");
    assertThat(run.run("facility-performance")).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "facility_indicator_facility_known: 1 of 4 rows fail",
            "facility-indicator.csv, line 5",
            "'nobody'")
        .doesNotContain("Exception");
  }

  @Test
  void decisionsThatCannotBe() {
    String rules = "rules.facility_indicator_";
    assertRefused(rules + "achieved_type.severity=warn", "allowed are reject and stop");
    for (String severity : List.of("warn", "off")) {
      assertRefused(rules + "row_readable.severity=" + severity, "allowed are reject and stop");
    }
    assertRefused(rules + "row_readable.threshold=2", "has no threshold");
    assertRefused(rules + "row_readable={ column = target, min = 1 }", "give yours another");
    assertRefused(rules + "t={ column = target, min = 5, max = 1 }", "not above rules.facility");
    assertRefused(rules + "achieved_typo.max-rate=0.1", "there is no such check");
    assertRefused(rules + "achieved_type.max-rate=2", "a number from 0 to 1");
    assertRefused(rules + "achieved_type.severity=mild", "one of reject, warn, stop, off");
    assertRefused(rules + "achieved_type.maximum=2", "max-rate, max-rows, severity");
  }

  private void assertRefused(String setting, String sentence) {
    RunOfSample run = indicators("f1,2007,a,10,10").with(setting);
    assertThat(run.run("facility-performance")).isEqualTo(2);
    assertThat(run.err()).contains("rules.", sentence).doesNotContain("Exception");
  }

  @Test
  void aHundredRulesMoreCostNoJobMore() {
    int few = jobs(3);
    int many = jobs(60);
    assertThat(few).isEqualTo(1);
    assertThat(many).isEqualTo(few);
  }

  private int jobs(int items) {
    String answers = IntStream.range(0, items).mapToObj(i -> "3").collect(Collectors.joining(","));
    RunOfSample run =
        survey(items, "r1,100," + answers, "r2,100," + answers)
            .with(JobsStarted.SETTING, JobsStarted.OF_FEW_ROWS);
    JobsStarted.begin();
    assertThat(run.run("staff-governance", "--full")).isZero();
    int jobs = JobsStarted.count();
    // Each item brings two rules: its type and its scale.
    assertThat(run.table("check", "source", "staff-survey")).hasSizeGreaterThan(2 * items);
    return jobs;
  }

  @Test
  void thresholdsAreTheUsers() {
    String late = "rules.facility_indicator_reported_in_time.threshold=";
    RunOfSample run =
        indicators()
            .writing(
                "facility-indicator",
                List.of(
                    "facility_id,period,indicator_id,target,achieved,reported_on",
                    "f1,2007-02,a,1,1,2007-03-10",
                    "f2,2007-02,a,1,1,2007-03-11"))
            .with(late + "10");
    assertThat(run.run("facility-performance")).isZero();
    assertCheck(run, "facility_indicator_reported_in_time", 2, 1);
    assertThat(
            run.row("check", "check_id", "facility_indicator_reported_in_time").text("detail_en"))
        .contains("at most 10 days");
    // Another threshold is another reading of the same file.
    assertThat(run.with(late + "9").run("facility-performance")).isZero();
    assertCheck(run, "facility_indicator_reported_in_time", 2, 2);

    List<String> rows = new ArrayList<>();
    for (int year = 2001; year <= 2007; year++) {
      rows.add("f1," + year + ",a,10," + (year == 2005 ? 17 : 10 + year % 3));
    }
    run = indicators(rows.toArray(String[]::new));
    assertThat(run.run("facility-performance")).isZero();
    assertCheck(run, "facility_indicator_history_jump", 7, 1);
    run.with(
        "rules.facility_indicator_history_jump.threshold=4.5",
        JobsStarted.SETTING,
        JobsStarted.OF_FEW_ROWS);
    JobsStarted.begin();
    assertThat(run.run("facility-performance")).isZero();
    assertCheck(run, "facility_indicator_history_jump", 7, 0);
    assertThat(JobsStarted.count()).as("jumps are found in sums").isZero();

    run =
        survey(4, "r1,7,3,3,3,3", "r2,100,1,2,3,4")
            .with(
                "rules.staff_survey_straight_lining.threshold=4",
                "rules.staff_survey_answer_pace.threshold=1.75");
    assertThat(run.run("staff-governance")).isZero();
    assertCheck(run, "staff_survey_straight_lining", 2, 1);
    assertCheck(run, "staff_survey_answer_pace", 2, 0);
    run.with("rules.staff_survey_answer_pace.threshold=1.76");
    assertThat(run.run("staff-governance")).isZero();
    assertCheck(run, "staff_survey_answer_pace", 2, 1);

    assertRefused("rules.facility_indicator_cells_complete.threshold=5", "has no threshold");
    assertRefused("rules.facility_indicator_achieved_type.threshold=5", "has no threshold");
  }

  @Test
  void rulesOfTheUsersOwn() {
    RunOfSample run =
        indicators("f1,2007,a,10,10", "f2,2007,a,10,-1", "f3,2007,b7,10,30", "f4,2007,b,,5")
            .with(
                "rules.facility_indicator_indicator_form.column=indicator_id",
                "rules.facility_indicator_indicator_form.pattern=\"[a-z]\"",
                "rules.facility_indicator_sensible.column=achieved",
                "rules.facility_indicator_sensible.min=0",
                "rules.facility_indicator_sensible.max=1000",
                "rules.facility_indicator_within.column=achieved",
                "rules.facility_indicator_within.not-above=target",
                "rules.facility_indicator_within.severity=warn",
                "rules.facility_indicator_within.max-rows=0",
                "rules.facility_indicator_within.text-en=\"Nobody exceeds the goal.\"",
                "rules.facility_indicator_known_ones.column=indicator_id",
                "rules.facility_indicator_known_ones.allowed=[a, b7]",
                "rules.facility_indicator_known_ones.severity=warn",
                "rules.facility_indicator_goal_given.column=target",
                "rules.facility_indicator_goal_given.required=true",
                "rules.facility_indicator_pair.column=achieved",
                "rules.facility_indicator_pair.given-with=target",
                "rules.facility_indicator_pair.severity=warn",
                "rules.facility_registry_net.column=network_id",
                "rules.facility_registry_net.pattern=\"R[12]\"",
                "rules.facility_registry_net.severity=warn");
    assertThat(run.run("facility-performance")).as(run.err()).isZero();
    assertCheck(run, "facility_indicator_indicator_form", 4, 1);
    assertCheck(run, "facility_indicator_sensible", 4, 1);
    assertCheck(run, "facility_indicator_known_ones", 4, 1);
    assertCheck(run, "facility_indicator_goal_given", 4, 1);
    assertCheck(run, "facility_indicator_pair", 4, 1);
    assertCheck(run, "facility_registry_net", 6, 1);
    Row within = run.row("check", "check_id", "facility_indicator_within");
    assertThat(List.of(within.value("failing"), within.text("status"), within.text("detail_es")))
        .isEqualTo(List.of(1L, "failed", "Nobody exceeds the goal."));
    assertThat(run.table("quarantine", "source", "facility-indicator"))
        .extracting(row -> row.value("line") + " " + row.text("rule"))
        .containsExactly("3 sensible", "4 indicator_form", "5 goal_given");
    assertThat(run.row("quarantine", "rule", "indicator_form").text("reason_es"))
        .contains("indicator_id", "«b7»", "[a-z]");

    assertRefused(
        "rules.facility_indicator_x={ column = nothing, min = 0 }", "no column nothing; known are");
    assertRefused("rules.facility_indicator_x={ column = target }", "asks one thing");
    assertRefused(
        "rules.facility_indicator_x={ column = target, pattern = \"[\" }", "regular expression");
    assertRefused(
        "rules.facility_indicator_achieved_type={ column = target, min = 0 }",
        "give yours another");
  }

  @Test
  void aHundredRulesOfTheUsersOwnCostNoJobMore() {
    RunOfSample run =
        indicators("f1,2007,a,10,10", "f2,2007,a,10,-1")
            .with(JobsStarted.SETTING, JobsStarted.OF_FEW_ROWS);
    JobsStarted.begin();
    assertThat(run.run("facility-performance", "--full")).isZero();
    int few = JobsStarted.count();
    for (int i = 0; i < 100; i++) {
      run.with(
          "rules.facility_indicator_own_" + i + ".column=achieved",
          "rules.facility_indicator_own_" + i + ".max=" + i,
          "rules.facility_indicator_own_" + i + ".severity=warn");
    }
    assertThat(run.run("facility-performance", "--full")).isZero();
    assertThat(JobsStarted.count()).isEqualTo(few).isEqualTo(1);
    assertCheck(run, "facility_indicator_own_0", 2, 1);
    assertCheck(run, "facility_indicator_own_99", 2, 0);
  }

  @Test
  void fiveHundredColumns() {
    String answers =
        IntStream.range(0, 500).mapToObj(i -> "" + (1 + i % 5)).collect(Collectors.joining(","));
    RunOfSample run =
        survey(500, "r1,1000," + answers, "r2,1000," + answers.replace('5', '9'))
            .with(JobsStarted.SETTING, JobsStarted.OF_FEW_ROWS);
    JobsStarted.begin();
    assertThat(run.run("staff-governance")).isZero();
    assertThat(JobsStarted.count()).isEqualTo(1);
    assertCheck(run, "staff_survey_i499_on_scale", 2, 1);
    assertThat(
            run.row("descriptive", "level", "national", "variable", "i0", "cleaning", "raw")
                .value("n"))
        .isEqualTo(2L);
  }

  @Test
  void aValidationSaysWhatRowsFailAndPublishesNothing() {
    RunOfSample run = indicators("f1,2007,a,10,10", "f2,2007,a,\"1,5\",10", "f3,soon,a,10,10");
    assertThat(run.validate("facility-performance")).isZero();
    assertThat(run.out())
        .contains(
            "facility_indicator_target_type: 1 / 3 · reject",
            "facility_indicator_period_type: 1 / 3 · reject",
            "FIRST BAD ROWS of facility-indicator",
            "facility-indicator.csv:3 · Column target holds '1,5'");
    assertThat(folder.resolve("warehouse")).doesNotExist();

    run = survey(2, "Maria Quispe,100,1,2", "Maria Quispe,100,1,3");
    assertThat(run.validate("staff-governance", "--json")).isZero();
    assertThat(run.out())
        .contains("staff_survey_duplicate_contradicting", "\"failing\":2")
        .doesNotContain("Maria");
    assertThat(
            run.with("strict.quality=true", "quarantine.max-rows=0").validate("staff-governance"))
        .isEqualTo(4);
  }
}
