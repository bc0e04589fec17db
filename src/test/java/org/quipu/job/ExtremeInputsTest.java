package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers at the ends of what is read: a row in quarantine, a state or a number; no failed run. */
class ExtremeInputsTest {
  private static final List<String> INSTRUMENT =
      List.of("item_id,dimension_id,min,max,reversed", "i1,d,1,5,0", "i2,d,1,5,1", "i3,e,1,5,0");

  @TempDir Path folder;

  private RunOfSample goals(String... rows) {
    List<String> lines =
        new ArrayList<>(List.of("facility_id,period,indicator_id,target,achieved"));
    lines.addAll(List.of(rows));
    return RunOfSample.in(folder)
        .writing("facility-registry", List.of("facility_id,diresa_id", "f1,D1", "f2,D1", "f3,D2"))
        .writing("facility-indicator", lines)
        .with("sources.indicator-catalog=null", "sources.published-figures=null");
  }

  private RunOfSample survey(List<String> instrument, String... rows) {
    List<String> lines = new ArrayList<>(List.of("respondent_id,i1,i2,i3"));
    lines.addAll(List.of(rows));
    return RunOfSample.in(folder)
        .writing("instrument", instrument)
        .writing("staff-survey", lines)
        .with("sources.facility-registry=null", "sources.published-figures=null");
  }

  @Test
  void goalsOfAnySize() {
    RunOfSample run =
        goals(
            "f1,2007-01,a,1e-99,1e99",
            "f2,2007-01,a,1e99,-1e-99",
            "f3,2007-01,a,1,9e99",
            "f3,2007-02,a,1,9e99",
            "f1,2007-01,b,1e400,1",
            "f1,2008-01,b,1,1e308",
            "f2,2007-01,b,0.00000000000000000000000000000001,1");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(run.table("quarantine")).hasSize(2);
    assertThat(run.table("indicator_summary")).isNotEmpty();
  }

  @Test
  void answersOfAnySize() {
    RunOfSample run =
        survey(
            INSTRUMENT,
            "r1,3,3,1e99",
            "r2,-9e98,4,5",
            "r3,1e-99,1,2",
            "r4,2,1e308,3",
            "r5,4,1,3",
            "r6,3,3,-1e99");
    assertThat(run.run("staff-governance")).isZero();
    assertThat(run.table("quarantine")).hasSize(1);
  }

  @Test
  void answersThatHardlyDiffer() {
    RunOfSample run =
        survey(INSTRUMENT, "r1,3,0,3", "r2,3,1e-99,3", "r3,3,0,3", "r4,3,0,3", "r5,3,0,3");
    assertThat(run.run("staff-governance")).isZero();
  }

  @Test
  void scalesWithoutEnd() {
    RunOfSample run =
        survey(
            List.of(
                "item_id,dimension_id,min,max,reversed",
                "i1,d,0,99999999999999999999,1",
                "i2,d,-1e40,1e40,0",
                "i3,e,1,5,0"),
            "r1,3,3,1",
            "r2,1,4,5",
            "r3,2,1,2");
    assertThat(run.run("staff-governance")).isZero();
  }

  @Test
  void aDimensionThatNobodyAnswered() {
    RunOfSample run = survey(INSTRUMENT, "r1,3,3,", "r2,1,4,", "r3,2,1,");
    assertThat(run.run("staff-governance")).isZero();
    assertThat(run.out()).contains("–");
  }
}
