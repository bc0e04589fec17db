package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.row.AgreementRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.ReliabilityRow;

/** Expected values: R 4.2.2 with multilevel 2.7 (rwg.j, ICC1, ICC2). */
class StaffAgreementTest {
  private static final String REGISTRY =
      """
      facility_id,facility_name,diresa_id,diresa_name,network_id,network_name
      F1,F,D1,D,N1,N
      F2,F,D1,D,N1,N
      F3,F,D1,D,N2,N
      F4,F,D2,D,N3,N
      """;
  private static final String SURVEY =
      """
      respondent_id,facility_id,a1,a2,b1
      R1,F1,4,5,1
      R2,F1,4,4,1
      R3,F1,5,4,0
      R4,F2,2,3,1
      R5,F2,1,2,0
      R6,F3,3,3,1
      R7,F3,5,1,0
      R8,F4,4,4,1
      R9,F4,3,4,1
      """;

  @TempDir Path folder;

  private List<Record> rows(String instrument) {
    return StaffGovernance.compute(StaffSurveys.local(folder, instrument, REGISTRY, SURVEY)).all();
  }

  private static AgreementRow row(
      List<Record> rows, String level, String unit, String variable, String method, String of) {
    return StaffSurveys.row(
        rows,
        AgreementRow.class,
        row ->
            row.cleaning().equals("clean")
                && row.level().equals(level)
                && row.unitId().equals(unit)
                && row.variable().equals(variable)
                && row.method().equals(method)
                && (of == null ? row.grouping() == null : of.equals(row.grouping())));
  }

  private static final String INSTRUMENT =
      "item_id,dimension_id,min,max,reversed\na1,alpha,1,5,0\na2,alpha,1,5,0\nb1,beta,0,1,0\n";

  @Test
  void staffOfOneFacilityAgree() {
    List<Record> rows = rows(INSTRUMENT);
    // rwg.j(cbind(c(4,4,5), c(5,4,4)), rep(1, 3), 2): mean variance 1/3
    AgreementRow first = row(rows, "facility", "F1", "alpha", "rwg_j", null);
    assertThat(first.estimate())
        .isCloseTo(2 * (1 - 1 / 6.0) / (2 * (1 - 1 / 6.0) + 1 / 6.0), within(1e-14));
    assertThat(first.parts()).isEqualTo(2);
    assertThat(first.n()).isEqualTo(3);
    // More variance than answers at random: mean variance 2 of 2.
    assertThat(row(rows, "facility", "F3", "alpha", "rwg_j", null).estimate()).isZero();
  }

  @Test
  void iccsAreThoseOfOneWayAnalysisOfVariance() {
    List<Record> rows = rows(INSTRUMENT);
    // aov(c(4.5,4,4.5,2.5,1.5,3,3,4,3.5) ~ factor(c(1,1,1,2,2,3,3,4,4))): ICC1, ICC2
    AgreementRow icc1 = row(rows, "national", "PE", "alpha", "icc1", "facility");
    AgreementRow icc2 = row(rows, "national", "PE", "alpha", "icc2", "facility");
    assertThat(icc1.parts()).isEqualTo(4);
    assertThat(icc1.n()).isEqualTo(9);
    assertThat(icc1.estimate()).isCloseTo(0.8610383747178331, within(1e-12));
    assertThat(icc2.estimate()).isCloseTo(0.9330724070450098, within(1e-12));
    assertThat(icc1.pValue()).isEqualTo(icc2.pValue());
    assertThat(row(rows, "diresa", "D2", "alpha", "icc1", "facility").state()).isEqualTo("too_few");
  }

  @Test
  void itemsOfDifferentScalesHaveNoOneRandomVariance() {
    AgreementRow all = row(rows(INSTRUMENT), "national", "PE", "all", "rwg_j", null);
    assertThat(all.state()).isEqualTo("not_computable");
    assertThat(all.reason()).contains("one scale of whole numbers");
    assertThat(all.reasonEs()).contains("una misma escala de números enteros");
  }

  @Test
  void itemsAreComparedWithFacilitiesAsClusters() {
    HypothesisTestRow test =
        StaffSurveys.row(
            rows(INSTRUMENT),
            HypothesisTestRow.class,
            row ->
                row.cleaning().equals("clean")
                    && row.variable().equals("a1")
                    && row.grouping().equals("diresa")
                    && row.method().equals("cluster_robust_wald"));
    assertThat(test.n()).isEqualTo(9);
    assertThat(test.state()).isEqualTo("too_few");
    assertThat(test.reason()).contains("cluster");
  }

  @Test
  void theHalvesOfAScaleHaveAnInterval() {
    ReliabilityRow halves =
        StaffSurveys.row(
            rows(INSTRUMENT),
            ReliabilityRow.class,
            row ->
                row.cleaning().equals("clean")
                    && row.level().equals("national")
                    && row.scale().equals("alpha")
                    && row.method().equals("split_half"));
    // r <- cor(a1, a2); z <- atanh(r) + c(-1, 1) * qnorm(.975) / sqrt(6); 2 * tanh(z) / (1 +
    // tanh(z))
    assertThat(halves.confLow()).isCloseTo(-2.2747429361961347, within(1e-10));
    assertThat(halves.confHigh()).isCloseTo(0.8665953663364662, within(1e-10));
  }
}
