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

  /**
   * f1 was in R1 until 2006, f2 came from D2 in July 2007; R2 became part of R1 in 2008. In today's
   * registry f1 is in R3, f3 in R2.
   */
  private RunOfSample moving() {
    return RunOfSample.in(folder)
        .writing(
            "facility-registry",
            List.of(
                "facility_id,diresa_id,network_id,micronetwork_id",
                "f1,D1,R3,M3",
                "f2,D1,R1,M1",
                "f3,D1,R2,M2",
                "f4,D2,R4,M4"))
        .writing(
            "facility-crosswalk",
            List.of(
                "facility_id,valid_from,valid_to,new_facility_id,network_id,micronetwork_id",
                "old1,,2005,f1,,",
                "f1,,2006,,R1,M1",
                "f2,,2007-06,,R4,",
                "f9,,,,R1,",
                "f3,2009,,,,"))
        .writing(
            "network-crosswalk",
            List.of("network_id,valid_from,valid_to,new_network_id", "R2,2008,,R1", "R8,2008,,R9"))
        .writing(
            "facility-indicator",
            List.of(
                "facility_id,period,indicator_id,target,achieved",
                "old1,2005-12,i,10,10",
                "f1,2006-12,i,10,10",
                "f1,2007-01,i,10,10",
                "f2,2007-06,i,10,10",
                "f2,2007-07,i,10,10",
                "f3,2007-12,i,10,10",
                "f3,2008-01,i,10,10"))
        .with("sources.indicator-catalog=null", "sources.published-figures=null");
  }

  private static List<String> places(RunOfSample run) {
    return run.table("facility_performance").stream()
        .map(
            row ->
                row.text("period")
                    + " "
                    + row.text("facility_id")
                    + " "
                    + row.text("network_id")
                    + " "
                    + row.text("diresa_id"))
        .toList();
  }

  @Test
  void aPeriodsResultsAreThoseOfTheNetworksOfThen() {
    RunOfSample run = moving().with("goal-period=month");
    assertThat(run.run("facility-performance")).as(run.err()).isZero();
    assertThat(places(run))
        .containsExactly(
            "2005-12 f1 R1 D1",
            "2006-12 f1 R1 D1",
            "2007-01 f1 R3 D1",
            "2007-06 f2 R4 D2",
            "2007-07 f2 R1 D1",
            "2007-12 f3 R2 D1",
            "2008-01 f3 R1 D1");
    assertThat(unit(run, "2006-12", "micronetwork", "M1")).isEqualTo(1L);
    assertThat(unit(run, "2007-06", "network", "R4")).isEqualTo(1L);
    assertThat(unit(run, "2008-01", "network", "R1")).isEqualTo(1L);
    // A micro-network belongs to the network that the facility has left.
    assertThat(run.table("unit_performance", "period", "2007-06", "unit_id", "M1")).isEmpty();
    // Nobody counts in a network that is no more.
    assertThat(run.table("unit_performance", "period", "2008-01", "unit_id", "R2")).isEmpty();

    // Of a year the last month counts.
    run = moving().with("goal-period=year");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(places(run)).contains("2007 f2 R1 D1", "2006 f1 R1 D1", "2008 f3 R1 D1");
  }

  private static Object unit(RunOfSample run, String period, String level, String unit) {
    return run.row("unit_performance", "period", period, "level", level, "unit_id", unit)
        .value("facilities");
  }

  @Test
  void orThoseOfToday() {
    RunOfSample run = moving().with("goal-period=month", "networks=current");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(places(run))
        .containsExactly(
            "2005-12 f1 R3 D1",
            "2006-12 f1 R3 D1",
            "2007-01 f1 R3 D1",
            "2007-06 f2 R1 D1",
            "2007-07 f2 R1 D1",
            "2007-12 f3 R1 D1",
            "2008-01 f3 R1 D1");
  }

  @Test
  void whatIsPlacedButNotKnownIsCountedAndListed() {
    RunOfSample run = moving();
    assertThat(run.run("facility-performance")).isZero();
    assertListed(run, "facility_crosswalk_placed_facility_known", 3, 1, "f9");
    assertListed(run, "facility_crosswalk_placed_once", 3, 0, "");
    assertListed(run, "network_crosswalk_merged_network_known", 2, 1, "R8");
    assertListed(run, "network_crosswalk_new_network_known", 2, 1, "R9");
    Row empty = run.row("quarantine", "source", "facility-crosswalk");
    assertThat(empty.text("rule")).isEqualTo("row_says_something");
    assertThat(empty.value("line")).isEqualTo(6L);
  }

  private static void assertListed(
      RunOfSample run, String id, long rows, long failing, String listed) {
    Row check = run.row("check", "check_id", id);
    assertThat(List.of(check.value("rows"), check.value("failing")))
        .as(id)
        .isEqualTo(List.of(rows, failing));
    assertThat(check.text("detail_en")).contains(listed);
  }

  @Test
  void aFacilityInTwoNetworksAtOnceIsSaidAndTheEarlierHolds() {
    RunOfSample run =
        moving()
            .with("goal-period=month")
            .writing(
                "facility-crosswalk",
                List.of(
                    "facility_id,valid_from,valid_to,network_id",
                    "f1,2007-01,2007-06,R1",
                    "f1,2006-01,2007-03,R2"));
    assertThat(run.run("facility-performance")).isZero();
    assertListed(run, "facility_crosswalk_placed_once", 1, 1, "f1");
    assertThat(places(run)).contains("2007-01 f1 R2 D1");
  }

  @Test
  void theSurveyGoesByTheNetworksOfToday() {
    RunOfSample run =
        moving()
            .writing("instrument", List.of("item_id,dimension_id,min,max", "x,d,1,5"))
            .writing(
                "staff-survey",
                List.of("respondent_id,facility_id,wave,x", "r1,f1,2006,1", "r2,f3,2006,3"));
    assertThat(run.run("staff-governance")).as(run.err()).isZero();
    assertThat(run.table("descriptive", "level", "network", "variable", "x", "cleaning", "raw"))
        .filteredOn(row -> (Long) row.value("n") > 0)
        .extracting(row -> row.text("unit_id") + " " + row.value("mean"))
        .containsExactlyInAnyOrder("R3 1.0", "R1 3.0");
  }
}
