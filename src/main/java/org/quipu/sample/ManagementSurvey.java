package org.quipu.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.quipu.sample.PracticeCodebook.Practice;

/**
 * {@code management-survey.csv}: 12 responding DIRESAs, 52 options, each marked or not (A05, A06,
 * A10, A12 to A16).
 */
final class ManagementSurvey {
  private static final List<Practice> GOOD = practices(Practice::good);
  private static final List<Practice> LESS_EFFECTIVE = practices(p -> !p.good());

  private ManagementSurvey() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "management-survey.csv", "diresa_id", "question_id", "option_id", "marked");
    Map<String, Map<Practice, Boolean>> answers = answers();
    answers.forEach(
        (diresa, marks) ->
            marks.forEach(
                (p, marked) -> file.add(diresa, p.question(), p.option(), marked ? 1 : 0)));
    file.plant(60, "D03", "Q01", "Z", "1");
    file.plant(200, "D04", "Q07", "A", "3");
    file.plantCopy(400, 401);
    return file;
  }

  /** Marks by DIRESA and practice, both in the order of their codes. */
  private static Map<String, Map<Practice, Boolean>> answers() {
    Random random = new Random(52);
    List<Diresa> responding = Diresa.responding();
    int[] scores = PracticeScores.search(responding, marks(GOOD, 1), marks(GOOD, 2));
    Map<String, Map<Practice, Boolean>> answers = new TreeMap<>();
    for (int group = 1; group <= 2; group++) {
      List<Diresa> diresas = Diresa.ofGroup(group);
      int[] rows = diresas.stream().mapToInt(d -> scores[responding.indexOf(d)]).toArray();
      boolean[][] good = Marks.withTotals(rows, used(GOOD, group), random);
      boolean[][] less = Marks.withColumnTotals(rows.length, used(LESS_EFFECTIVE, group), random);
      for (int d = 0; d < rows.length; d++) {
        Map<Practice, Boolean> marks =
            new TreeMap<>(Comparator.comparing(Practice::question).thenComparing(Practice::option));
        boolean[] goodRow = good[d];
        boolean[] lessRow = less[d];
        IntStream.range(0, GOOD.size()).forEach(i -> marks.put(GOOD.get(i), goodRow[i]));
        IntStream.range(0, LESS_EFFECTIVE.size())
            .forEach(i -> marks.put(LESS_EFFECTIVE.get(i), lessRow[i]));
        answers.put(diresas.get(d).id(), marks);
      }
    }
    return answers;
  }

  private static List<Practice> practices(Predicate<Practice> which) {
    return PracticeCodebook.PRACTICES.stream().filter(which).toList();
  }

  private static int[] used(List<Practice> practices, int group) {
    return practices.stream().mapToInt(p -> p.used(group)).toArray();
  }

  private static int marks(List<Practice> practices, int group) {
    return IntStream.of(used(practices, group)).sum();
  }
}
