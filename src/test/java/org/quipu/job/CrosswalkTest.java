package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.Row;

/** Codes of facilities that were replaced, through the command line. */
class CrosswalkTest {
  @TempDir Path folder;

  private RunOfSample run() {
    return RunOfSample.in(folder)
        .writing(
            "facility-registry",
            List.of("facility_id,diresa_id,network_id", "f1,D1,R1", "f2,D1,R1", "f3,D1,R2"))
        .writing(
            "facility-crosswalk",
            List.of(
                "facility_id,valid_from,valid_to,new_facility_id",
                // A code that stood for f1 until June 2007 and was then given to f2.
                "c,,2007-06,f1",
                "c,2007-07,,f2",
                // A replacement that was itself replaced; a replacement that the registry lacks.
                "a,,,b",
                "b,,,f3",
                "z,,,gone"))
        .with("sources.indicator-catalog=null", "sources.published-figures=null");
  }

  private static void assertGoals(
      RunOfSample run, String facility, String period, long indicators) {
    assertThat(
            run.row("facility_performance", "facility_id", facility, "period", period)
                .value("indicators"))
        .isEqualTo(indicators);
  }

  @Test
  void codesStandForWhatTheyStoodForThen() {
    RunOfSample run =
        run()
            .with("goal-period=month")
            .writing(
                "facility-indicator",
                List.of(
                    "facility_id,period,indicator_id,target,achieved",
                    "c,2007-06,i,10,10",
                    "c,2007-07,i,10,10",
                    "f2,2007-06,i,10,10",
                    "a,2007-06,i,10,10",
                    "z,2007-06,i,10,10",
                    // f3 under both its codes, with other numbers: neither can be believed.
                    "b,2007-07,i,10,10",
                    "f3,2007-07,i,10,11",
                    // f1 under both its codes, with the same numbers: one is a duplicate.
                    "f1,2007-06,i,10,10"));
    assertThat(run.run("facility-performance")).isZero();
    assertGoals(run, "f1", "2007-06", 1);
    assertGoals(run, "f2", "2007-06", 1);
    assertGoals(run, "f2", "2007-07", 1);
    assertGoals(run, "f3", "2007-06", 1);
    assertThat(run.table("facility_performance", "facility_id", "f1", "period", "2007-07"))
        .isEmpty();
    Row unknown = run.row("quarantine", "rule", "facility_known");
    assertThat(unknown.text("raw")).isEqualTo("z,2007-06,i,10,10");
    assertThat(unknown.text("reason_en")).contains("'gone'");
    assertThat(run.table("quarantine", "rule", "duplicate_contradicting"))
        .extracting(row -> row.value("line"))
        .containsExactly(7L, 8L);
    Row input = run.row("input", "source", "facility-indicator");
    assertThat(
            List.of(input.value("rows_read"), input.value("accepted"), input.value("duplicates")))
        .isEqualTo(List.of(8L, 4L, 1L));
    Row check = run.row("check", "check_id", "facility_crosswalk_new_facility_known");
    assertThat(List.of(check.value("rows"), check.value("failing"))).isEqualTo(List.of(4L, 1L));

    // A changed crosswalk is another reading of the same file.
    run.writing(
        "facility-crosswalk",
        List.of("facility_id,new_facility_id", "z,f1", "c,f1", "a,f3", "b,f3"));
    assertThat(run.run("facility-performance")).isZero();
    assertThat(run.table("quarantine", "rule", "facility_known")).isEmpty();
    assertGoals(run, "f1", "2007-07", 1);
  }

  @Test
  void respondentsGoWithTheirFacilityByWave() {
    RunOfSample run =
        run()
            .writing("instrument", List.of("item_id,dimension_id,min,max", "x,d,1,5"))
            .writing(
                "staff-survey",
                List.of(
                    "respondent_id,facility_id,wave,x",
                    "r1,c,2007-03-15,1",
                    "r2,c,2008,2",
                    // Without a date a code that stood for two facilities is not replaced.
                    "r3,c,second,3",
                    "r4,a,second,4"));
    assertThat(run.run("staff-governance")).isZero();
    assertThat(run.table("descriptive", "level", "facility", "variable", "x", "cleaning", "raw"))
        .extracting(row -> row.text("unit_id") + " " + row.value("mean"))
        .containsExactlyInAnyOrder("f1 1.0", "f2 2.0", "f3 4.0");
    assertThat(run.row("quarantine", "rule", "facility_known").value("line")).isEqualTo(4L);
  }
}
