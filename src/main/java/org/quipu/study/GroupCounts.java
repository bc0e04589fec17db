package org.quipu.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.quipu.stats.Confidence;
import org.quipu.stats.Contingency;
import org.quipu.stats.Fisher;
import org.quipu.stats.MantelHaenszel;
import org.quipu.stats.RaoScott;
import org.quipu.stats.TestResult;
import org.quipu.survey.Practice;

/**
 * Things counted in the two groups, yes and no, DIRESA by DIRESA.
 *
 * @param variable what is counted, in result tables
 * @param clusters for each DIRESA in a group its table, groups as rows, yes and no as columns
 * @param strata the same counts by what the groups are compared within; empty where nothing is
 */
record GroupCounts(String variable, List<long[][]> clusters, List<long[][]> strata) {

  /** Facilities that meet their goals and that do not. */
  static GroupCounts performance(
      GroupSplit split, SortedMap<String, DiresaPerformance> performance) {
    List<long[][]> clusters = new ArrayList<>();
    split
        .groups()
        .forEach(
            (diresa, group) -> {
              DiresaPerformance of = performance.get(diresa);
              if (of != null) {
                long[][] counts = new long[2][2];
                counts[group - 1][0] = of.meeting();
                counts[group - 1][1] = of.facilities() - of.meeting();
                clusters.add(counts);
              }
            });
    return new GroupCounts("performance", List.copyOf(clusters), List.of());
  }

  /**
   * Good practices used and not used, each DIRESA and good practice counting once; a stratum a
   * practice.
   */
  static GroupCounts practiceUse(GroupSplit split, PracticeAnswers answers) {
    long possible = answers.goodPossible(PracticeAnswers.ALL_FUNCTIONS);
    List<long[][]> clusters = new ArrayList<>();
    split
        .groups()
        .forEach(
            (diresa, group) -> {
              long used = answers.goodUsed(diresa, PracticeAnswers.ALL_FUNCTIONS);
              long[][] counts = new long[2][2];
              counts[group - 1][0] = used;
              counts[group - 1][1] = possible - used;
              clusters.add(counts);
            });
    List<long[][]> strata = new ArrayList<>();
    for (Practice practice : answers.codebook().good()) {
      long[][] counts = new long[2][2];
      split
          .groups()
          .forEach(
              (diresa, group) ->
                  counts[group - 1][Boolean.TRUE.equals(answers.used(diresa, practice)) ? 0 : 1]++);
      strata.add(counts);
    }
    return new GroupCounts("practice_use", List.copyOf(clusters), List.copyOf(strata));
  }

  /** Both groups, yes and no, over all DIRESAs. */
  long[][] sum() {
    long[][] sum = new long[2][2];
    for (long[][] cluster : clusters) {
      for (int group = 0; group < 2; group++) {
        sum[group][0] += cluster[group][0];
        sum[group][1] += cluster[group][1];
      }
    }
    return sum;
  }

  /** A row a DIRESA, yes and no: those with anything to count. */
  long[][] byDiresa() {
    return clusters.stream()
        .map(cluster -> new long[] {cluster[0][0] + cluster[1][0], cluster[0][1] + cluster[1][1]})
        .filter(row -> row[0] + row[1] > 0)
        .toArray(long[][]::new);
  }

  /** The published test. */
  TestResult chiSquare() {
    return Contingency.chiSquare(sum(), Confidence.USUAL);
  }

  /** The tests that take all that is counted for independent. */
  List<TestResult> naive(double confidence) {
    long[][] sum = sum();
    List<TestResult> tests = new ArrayList<>();
    Collections.addAll(
        tests,
        Contingency.chiSquare(sum, confidence),
        Contingency.chiSquareYates(sum, confidence),
        Contingency.gTest(sum, confidence),
        Fisher.test(sum, confidence));
    if (!strata.isEmpty()) {
      tests.add(MantelHaenszel.test(strata, confidence));
    }
    return tests;
  }

  /** Chi-square that respects that what is counted in one DIRESA is alike. */
  TestResult clustered() {
    return RaoScott.test(clusters);
  }
}
