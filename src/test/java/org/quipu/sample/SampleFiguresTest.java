package org.quipu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed rows carry the published figures, recomputed here by the plainest means. */
class SampleFiguresTest {
  private static final List<List<String>> STAFF =
      rows(StaffSurvey.file()).stream().filter(r -> r.get(0).startsWith("R0")).distinct().toList();
  private static final List<List<String>> GOALS =
      rows(GoalAttainment.file()).stream().filter(r -> !r.get(0).equals("D04")).distinct().toList();
  private static final List<List<String>> MARKS =
      rows(ManagementSurvey.file()).stream()
          .filter(r -> !r.get(0).equals("D04") && !r.get(2).equals("Z"))
          .distinct()
          .toList();

  @ParameterizedTest
  @CsvSource({
    "1, 15, 5.56, 19.60, 136.08",
    "16, 24, 18.16, 55.83, 389.55",
    "25, 39, 12.66, 39.24, 273.68"
  })
  void rawDimensionScoresHaveThePublishedMoments(
      int firstItem, int lastItem, double mean, double sd, double max) {
    double[] scores = scores(firstItem, lastItem);

    assertThat(scores).hasSize(500);
    assertThat(mean(scores)).isEqualTo(mean, within(0.005));
    assertThat(sd(scores)).isEqualTo(sd, within(0.005));
    assertThat(DoubleStream.of(scores).max().orElseThrow()).isEqualTo(max, within(1e-9));
    assertThat(DoubleStream.of(scores).min().orElseThrow()).isBetween(1.0, 1.2);
  }

  @Test
  void lowestInstitutionalScoreIsOne() {
    assertThat(DoubleStream.of(scores(1, 15)).min().orElseThrow()).isEqualTo(1.0);
  }

  @Test
  void staffWorkInTwentyThreeFacilitiesOfOneNetwork() {
    Map<String, Integer> staff =
        FacilityRegistry.FACILITIES.stream()
            .filter(f -> f.networkId().equals(FacilityRegistry.SURVEYED_NETWORK))
            .collect(Collectors.toMap(Facility::id, f -> Integer.parseInt(f.staff())));

    assertThat(STAFF).extracting(r -> r.get(1)).hasSameElementsAs(staff.keySet());
    assertThat(staff).hasSize(23);
    assertThat(staff.values().stream().mapToInt(n -> n).sum()).isEqualTo(4281);
  }

  @Test
  void facilitiesUnderClasAddUp() {
    List<Facility> clas = FacilityRegistry.FACILITIES.stream().filter(Facility::clas).toList();

    assertThat(FacilityRegistry.FACILITIES).hasSize(6700).doesNotHaveDuplicates();
    assertThat(clas).hasSize(2155);
    assertThat(clas.stream().map(Facility::clasId).distinct()).hasSize(764);
    assertThat(GOALS.stream().mapToInt(r -> Integer.parseInt(r.get(2))).sum()).isEqualTo(1381);
    assertThat(GOALS.stream().mapToInt(r -> Integer.parseInt(r.get(3))).sum())
        .isEqualTo(1381 - 903);
  }

  @Test
  void goodPracticesCorrelateWithPerformanceAsPublished() {
    double[] performance =
        GOALS.stream()
            .mapToDouble(r -> 1 - Double.parseDouble(r.get(3)) / Double.parseDouble(r.get(2)))
            .toArray();
    Map<String, Integer> used = new TreeMap<>();
    MARKS.stream().filter(r -> good(r)).forEach(r -> used.merge(r.get(0), marked(r), Integer::sum));
    double[] scores = used.values().stream().mapToDouble(n -> n / 32.0).toArray();

    double[] zx = standardized(scores);
    double[] zy = standardized(performance);
    double r = IntStream.range(0, 12).mapToDouble(i -> zx[i] * zy[i]).sum() / 11;
    assertThat(r).isEqualTo(0.7266, within(0.00005));
    assertThat(100 * mean(scores)).isEqualTo(32, within(0.5));
  }

  @Test
  void elevenGoodPracticesAreMoreFrequentInGroupOneAndFourAreUsedByAMajority() {
    List<PracticeCodebook.Practice> good =
        PracticeCodebook.PRACTICES.stream().filter(PracticeCodebook.Practice::good).toList();

    assertThat(good).hasSize(32);
    assertThat(good.stream().filter(p -> used(p, 1) - used(p, 2) >= 2)).hasSize(11);
    assertThat(good.stream().filter(p -> used(p, 1) + used(p, 2) > 6).map(p -> p.textEn()))
        .containsExactly(
            "CLAS submit monthly financial reports with supporting documents",
            "Technical advice is given on the formulation of the local health plan",
            "The TTSA coordinates and makes visits jointly with supervisors of other programmes",
            "A pre-established supervision guide is used");
  }

  private static List<List<String>> rows(CsvFile file) {
    return file.rows().subList(1, file.rows().size());
  }

  private static double[] scores(int firstItem, int lastItem) {
    return STAFF.stream()
        .filter(r -> Double.parseDouble(r.get(4)) >= 1 && !r.get(3).equals("clinical"))
        .mapToDouble(
            r ->
                r.subList(firstItem + 4, lastItem + 5).stream()
                    .filter(answer -> !answer.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .average()
                    .orElseThrow())
        .toArray();
  }

  private static long used(PracticeCodebook.Practice practice, int group) {
    List<String> diresas = Diresa.ofGroup(group).stream().map(Diresa::id).toList();
    return MARKS.stream()
        .filter(r -> diresas.contains(r.get(0)) && marked(r) == 1)
        .filter(r -> r.get(1).equals(practice.question()) && r.get(2).equals(practice.option()))
        .count();
  }

  private static boolean good(List<String> row) {
    return PracticeCodebook.PRACTICES.stream()
        .anyMatch(
            p -> p.good() && p.question().equals(row.get(1)) && p.option().equals(row.get(2)));
  }

  private static int marked(List<String> row) {
    return Integer.parseInt(row.get(3));
  }

  private static double[] standardized(double[] values) {
    double mean = mean(values);
    double sd = sd(values);
    return DoubleStream.of(values).map(v -> (v - mean) / sd).toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double sd(double[] values) {
    double mean = mean(values);
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
