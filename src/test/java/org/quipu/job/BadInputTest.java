package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.Row;

/** Bad input through the command line: a clear sentence, the right exit code, nothing lost. */
class BadInputTest {
  @TempDir Path folder;
  private String errorsOfLast;

  private RunOfSample sample() {
    return RunOfSample.in(folder);
  }

  private static void assertNothingIsLost(RunOfSample run) {
    assertThat(run.table("input"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat((Long) row.value("rows_read"))
                    .isEqualTo(
                        (Long) row.value("accepted")
                            + (Long) row.value("quarantined")
                            + (Long) row.value("duplicates")));
    for (Row input : run.table("input")) {
      assertThat(run.table("quarantine", "file", input.text("path")))
          .hasSize(Math.toIntExact((Long) input.value("quarantined")));
    }
  }

  @Test
  void aFileThatIsNotThere() {
    RunOfSample run = sample().with("sources.goal-attainment.path=" + folder + "/none.csv");
    assertThat(run.run("management-practices")).isEqualTo(3);
    assertThat(run.err())
        .contains("goal-attainment", folder + "/none.csv", "does not exist")
        .doesNotContain("Exception");
  }

  @Test
  void aPathThatNothingIsReadFrom() {
    String[][] examples = {
      {"http://x/y.csv", "http://x/y.csv lies on the web", "download it"},
      {"s3a://b/y.csv", "s3a://b/y.csv cannot be read: S3A is not in this Spark", "hadoop-aws"},
      {"hdfs://no-such-host.invalid/y.csv", "no host is called no-such-host.invalid", ""},
    };
    for (String[] example : examples) {
      RunOfSample run = RunOfSample.in(folder).with("sources.goal-attainment.path=" + example[0]);
      assertThat(run.run("management-practices")).as(example[0]).isEqualTo(3);
      assertThat(run.err())
          .contains("Source goal-attainment: " + example[0], example[1], example[2])
          .doesNotContain("Exception");
    }
  }

  @Test
  void aKeyColumnThatIsMissing() {
    RunOfSample run =
        sample()
            .changing(
                "goal-attainment",
                lines -> {
                  lines.set(0, lines.get(0).replace("diresa_id", "region"));
                  return lines;
                });
    assertThat(run.run("management-practices")).isEqualTo(3);
    assertThat(run.err())
        .contains("goal-attainment.csv, line 1", "'diresa_id' is missing", "region, period");
  }

  @Test
  void anEmptyFile() {
    RunOfSample run = sample().writing("practice-codebook", List.of());
    assertThat(run.run("management-practices")).isEqualTo(3);
    assertThat(run.err()).contains("practice-codebook.csv", "the file is empty");
  }

  @Test
  void aReferenceWithoutUsableRowsEndsTheStudyThatNeedsIt() {
    for (String[] example :
        new String[][] {
          {"instrument", "staff-governance", "item_id,dimension_id,min,max"},
          {
            "practice-codebook",
            "management-practices",
            "question_id,option_id,function,classification"
          },
          {"facility-registry", "facility-performance", "facility_id,diresa_id"},
        }) {
      RunOfSample run =
          RunOfSample.in(folder)
              .writing(example[0], List.of(example[2]))
              .with("sources.published-figures=null");
      assertThat(run.run(example[1])).as(example[0]).isEqualTo(3);
      assertThat(run.err())
          .contains(
              example[0] + ": no row of " + folder.resolve(example[0] + ".csv"),
              "the study " + example[1] + " needs it");
    }
    RunOfSample run =
        sample()
            .writing("instrument", List.of("item_id,dimension_id,min,max", "a,d,low,5"))
            .with("sources.published-figures=null");
    assertThat(run.run("staff-governance")).isEqualTo(3);
    assertThat(run.err()).contains("(rows: 1)", "First: ", "line 2. Column min holds 'low'");
  }

  @Test
  void aSurveyWithoutRowsIsSaidToHaveNone() {
    RunOfSample run =
        sample()
            .writing("instrument", List.of("item_id,dimension_id,min,max", "a,d,1,5", "b,d,1,5"))
            .writing("staff-survey", List.of("respondent_id,a,b"))
            .with("sources.facility-registry=null", "sources.published-figures=null");
    assertThat(run.run("staff-governance")).as(run.err()).isZero();
    assertThat(run.out()).contains("NO ROWS accepted: staff-survey");
  }

  @Test
  void theLatestPeriodInWhichADiresaHasFacilitiesCounts() {
    RunOfSample run =
        sample()
            .changing(
                "goal-attainment",
                lines -> {
                  lines.add("D02,2008,0,0");
                  lines.replaceAll(line -> line.replace("D03,2007,", "D03,2006,"));
                  return lines;
                })
            .with("sources.published-figures=null");
    assertThat(run.run("management-practices")).as(run.err()).isZero();
    assertThat(run.table("group_assignment"))
        .extracting(row -> row.text("diresa_id"))
        .contains("D02")
        .doesNotContain("D03");
    Row check = run.row("check", "check_id", "goal_attainment_other_period");
    assertThat(check.value("failing")).isEqualTo(1L);
    assertThat(check.text("status")).isEqualTo("passed_with_failing_rows");
    assertThat(check.text("detail_en")).contains("has one for 2007, the latest", " D03");
    assertThat(check.text("detail_es")).contains("la tiene para 2007, el último", " D03");
    assertNothingIsLost(run);
  }

  @Test
  void aTextInANumericColumn() {
    RunOfSample run =
        sample()
            .changing(
                "facility-indicator",
                lines -> {
                  String[] fields = lines.get(10).split(",", -1);
                  fields[4] = "muchos";
                  lines.set(10, String.join(",", fields));
                  return lines;
                });
    assertThat(run.run("facility-performance")).isZero();
    Row row = run.row("quarantine", "source", "facility-indicator", "line", "11");
    assertThat(row.text("rule")).isEqualTo("achieved_type");
    assertThat(row.text("raw")).contains("muchos");
    assertThat(row.text("reason_en")).contains("achieved", "'muchos'", "a number such as");
    assertThat(row.text("reason_es")).contains("achieved", "«muchos»", "un número como");
    assertNothingIsLost(run);
  }

  private int runWithColumn(String setting) {
    RunOfSample run = RunOfSample.in(folder).with("sources.facility-indicator.columns" + setting);
    int code = run.run("facility-performance");
    errorsOfLast = run.err();
    return code;
  }

  @Test
  void aTemplateOfAColumnThatIsNotThereDoesNotFallBackToAnother() {
    assertThat(runWithColumn(".target=\"{target_adjj:comma}\"")).isEqualTo(3);
    assertThat(errorsOfLast)
        .contains("facility-indicator.csv, line 1: column 'target_adjj' is missing")
        .contains("jobs/quipu doctor /", "/facility-indicator.csv proposes how");
    assertThat(runWithColumn("={ achieved = \"{achieved:comma}\", target = meta }")).isEqualTo(3);
    assertThat(errorsOfLast).contains("column 'meta' is missing");
    for (String broken : List.of("{target", "{target}}", "{}", "{target}-{x")) {
      assertThat(runWithColumn(".target=\"" + broken + "\"")).isEqualTo(2);
      assertThat(errorsOfLast)
          .contains("sources.facility-indicator.columns.target holds a brace", broken);
    }
  }

  @Test
  void numbersThatNoDoubleHoldsAreBadRowsAndNotAFailedRun() {
    RunOfSample run =
        sample()
            .writing("facility-registry", List.of("facility_id,diresa_id", "f1,D1"))
            .writing(
                "facility-indicator",
                List.of(
                    "facility_id,period,indicator_id,target,achieved",
                    "f1,2007-01,a,10,1e400",
                    "f1,2007-02,a,-1e400,10",
                    "f1,2007-03,a,1e-300,1e300",
                    "f1,2007-04,a,10,Infinity",
                    "f1,2007-05,a,1e-90,1e90",
                    "f1,2007-06,a,10,10"))
            .with("sources.indicator-catalog=null", "sources.published-figures=null");
    assertThat(run.run("facility-performance")).as(run.err()).isZero();
    assertThat(run.table("quarantine"))
        .extracting(row -> row.value("line") + " " + row.text("rule"))
        .containsExactlyInAnyOrder(
            "2 achieved_type", "3 target_type", "4 target_type", "5 achieved_type");
    assertThat(run.row("quarantine", "line", "2").text("reason_en"))
        .isEqualTo("Column achieved holds '1e400'; allowed is a number such as 12 or 12.5.");
    assertNothingIsLost(run);
  }

  @Test
  void valuesWrittenOtherwiseAreBadRowsThatSayHowTheyAreRead() {
    List<String> lines =
        List.of(
            "facility_id,period,indicator_id,target,achieved",
            "f1,2007-03,a,\"10,5\",10",
            "f1,15/04/2007,a,10,10",
            "f1,2007Q2,a,10,10",
            "f1,2007-06,a,85 %,10",
            "f1,2007-07,a,many,10",
            "f1,2007-08,a,\"1,234.5\",10",
            "f1,2007-09,a,\"1,234\",10",
            "f1,2007-10,a,10,\"1 234\"",
            "f1,2007-11,a,10,\"1.234,0\"");
    RunOfSample run =
        sample()
            .writing("facility-registry", List.of("facility_id,diresa_id", "f1,D1"))
            .writing("facility-indicator", lines)
            .with("sources.indicator-catalog=null", "sources.published-figures=null");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(run.table("quarantine"))
        .extracting(row -> row.text("reason_en").replaceAll("^.*\\. It is read by ", ""))
        .containsExactly(
            "columns { target = \"{COLUMN:comma}\" }.",
            "columns { period = \"{COLUMN:month}\" }.",
            "columns { period = \"{COLUMN:last-month}\" }.",
            "columns { target = \"{COLUMN:percent}\" }.",
            "Column target holds 'many'; allowed is a number such as 12 or 12.5.",
            "columns { target = \"{COLUMN:point}\" }.",
            "Column target holds '1,234'; allowed is a number such as 12 or 12.5. It is read as 1.234"
                + " by columns { target = \"{COLUMN:comma}\" }, and as 1234 by columns { target ="
                + " \"{COLUMN:point}\" }.",
            "columns { achieved = \"{COLUMN:comma}\" }.",
            "columns { achieved = \"{COLUMN:comma}\" }.");
    assertThat(run.row("quarantine", "line", "8").text("reason_es"))
        .endsWith(
            "Se lee como 1.234 con columns { target = \"{COLUMNA:comma}\" }, y como 1234 con"
                + " columns { target = \"{COLUMNA:point}\" }.");
    // And so they are, each column in one way.
    run.writing("facility-indicator", lines.subList(0, 4).stream().limit(3).toList())
        .with(
            "goal-period=month",
            "sources.facility-indicator.columns.target=\"{target:comma}\"",
            "sources.facility-indicator.columns.period=\"{period:month}\"");
    assertThat(run.run("facility-performance")).as(run.err()).isZero();
    assertThat(run.table("quarantine")).isEmpty();
    assertThat(run.table("facility_performance")).hasSize(2);
    assertNothingIsLost(run);
  }

  @Test
  void anUnknownFacilityAndContradictingDuplicates() {
    RunOfSample run =
        sample()
            .changing(
                "facility-indicator",
                lines -> {
                  String[] fields = lines.get(20).split(",", -1);
                  lines.add(String.join(",", "99999998", fields[1], fields[2], "10", "10"));
                  lines.add(String.join(",", fields[0], fields[1], fields[2], "77", "78"));
                  return lines;
                });
    int lines = RunOfSample.lines("facility-indicator").size();
    assertThat(run.run("facility-performance")).isZero();
    Row unknown = run.row("quarantine", "line", String.valueOf(lines + 1));
    assertThat(unknown.text("rule")).isEqualTo("facility_known");
    assertThat(unknown.text("reason_en")).contains("99999998", "facility-registry");
    assertThat(run.table("quarantine", "rule", "duplicate_contradicting"))
        .extracting(row -> row.value("line"))
        .contains(21L, lines + 2L);
    assertNothingIsLost(run);
  }

  @Test
  void anOptionThatTheCodebookDoesNotKnow() {
    RunOfSample run =
        sample()
            .changing(
                "management-survey",
                lines -> {
                  lines.add("D03,Q01,Z,1");
                  return lines;
                });
    assertThat(run.run("management-practices")).isZero();
    assertThat(run.table("quarantine", "source", "management-survey", "rule", "option_known"))
        .anySatisfy(row -> assertThat(row.text("reason_en")).contains("Q01/Z"));
    assertNothingIsLost(run);
  }

  @Test
  void anAnswerOutsideTheScaleIsKeptRawAndRemovedClean() {
    RunOfSample run =
        RunOfSample.in(folder)
            .writing("instrument", List.of("item_id,dimension_id,min,max", "a,d,1,5", "b,d,1,5"))
            .writing(
                "staff-survey",
                List.of("respondent_id,a,b", "r1,1,2", "r2,3,4", "r3,50,5", "r4,2,"))
            .with("sources.facility-registry=null", "sources.published-figures=null");
    assertThat(run.run("staff-governance")).isZero();
    assertThat(descriptive(run, "raw", "a").value("max")).isEqualTo(50.0);
    assertThat(descriptive(run, "clean", "a").value("max")).isEqualTo(3.0);
    assertThat(descriptive(run, "clean", "a").value("missing")).isEqualTo(1L);
    Row removal = run.row("removal", "variable", "a");
    assertThat(removal.text("rule")).isEqualTo("scale_bounds");
    assertThat(removal.value("line")).isEqualTo(4L);
    assertThat(removal.text("reason_en")).contains("50", "1 to 5");
    assertNothingIsLost(run);
  }

  private static Row descriptive(RunOfSample run, String cleaning, String variable) {
    return run.row("descriptive", "cleaning", cleaning, "level", "national", "variable", variable);
  }

  @Test
  void aDiresaWithoutAnyClas() {
    RunOfSample run = sample();
    assertThat(run.run("facility-performance")).isZero();
    Row row =
        run.row("unit_performance", "level", "diresa", "unit_id", "D23", "population", "clas");
    assertThat(row.value("facilities")).isEqualTo(0L);
    assertThat(row.value("percent")).isNull();
  }

  @Test
  void aConstantColumnIsAStateAndTheRunSucceeds() {
    RunOfSample run =
        sample()
            .changing(
                "goal-attainment",
                lines ->
                    lines.stream()
                        .map(line -> line.replaceAll("^(D\\d+,2007),.*", "$1,100,20"))
                        .toList())
            .with("groups.threshold=50", "sources.published-figures=null");
    assertThat(run.run("management-practices")).isZero();
    Row row =
        run.row(
            "correlation",
            "x",
            "practice_score",
            "y",
            "performance",
            "method",
            "pearson",
            "level",
            "diresa");
    assertThat(row.value("estimate")).isNull();
    assertThat(row.text("state")).isEqualTo("no_variance");
    assertThat(row.text("reason")).isNotBlank();
  }

  @Test
  void aSingleRespondent() {
    RunOfSample run =
        sample()
            .writing("instrument", List.of("item_id,dimension_id,min,max", "a,d,1,5", "b,e,1,5"))
            .writing("staff-survey", List.of("respondent_id,a,b", "r1,1,2"))
            .with("sources.facility-registry=null", "sources.published-figures=null");
    assertThat(run.run("staff-governance")).isZero();
    Row row = descriptive(run, "raw", "a");
    assertThat(row.value("n")).isEqualTo(1L);
    assertThat(row.value("mean")).isEqualTo(1.0);
    assertThat(row.value("sd")).isNull();
    assertThat(run.table("hypothesis_test", "method", "anova"))
        .isNotEmpty()
        .allSatisfy(
            test -> {
              assertThat(test.text("state")).isEqualTo("too_few");
              assertThat(test.text("reason")).isNotBlank();
            });
  }

  @Test
  void theOldVersionStaysWhenARunFails() {
    RunOfSample run = sample();
    assertThat(run.run("management-practices")).isZero();
    String before = run.version().name();
    run.writing("goal-attainment", List.of());
    assertThat(run.run("management-practices")).isEqualTo(3);
    assertThat(run.version().name()).isEqualTo(before);
  }
}
