package org.quipu.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.table.row.PracticeUseRow;

/**
 * Which DIRESA uses which practice, of those that every DIRESA gave an answer on.
 *
 * @param diresas their ids, sorted
 * @param used a row a DIRESA, 1 where it uses the practice
 */
record PracticeMatrix(List<String> diresas, int[][] used) {

  /** The matrix of rows in any order. */
  static PracticeMatrix of(Collection<PracticeUseRow> rows) {
    SortedMap<String, SortedMap<String, Boolean>> answers = new TreeMap<>();
    SortedMap<String, Integer> answered = new TreeMap<>();
    for (PracticeUseRow row : rows) {
      String practice = row.questionId() + "/" + row.optionId();
      Map<String, Boolean> ofDiresa = answers.computeIfAbsent(row.diresaId(), k -> new TreeMap<>());
      if (row.used() != null) {
        ofDiresa.put(practice, row.used());
        answered.merge(practice, 1, Integer::sum);
      }
    }
    answered.values().removeIf(diresas -> diresas < answers.size());
    int[][] used =
        answers.values().stream()
            .map(
                ofDiresa ->
                    answered.keySet().stream()
                        .mapToInt(practice -> ofDiresa.get(practice) ? 1 : 0)
                        .toArray())
            .toArray(int[][]::new);
    return new PracticeMatrix(List.copyOf(answers.keySet()), used);
  }

  int practices() {
    return used.length == 0 ? 0 : used[0].length;
  }

  long used(int diresa) {
    long sum = 0;
    for (int use : used[diresa]) {
      sum += use;
    }
    return sum;
  }

  /** In how many practices two DIRESAs differ, which is their squared distance. */
  long[][] distances() {
    long[][] distances = new long[used.length][used.length];
    for (int i = 0; i < used.length; i++) {
      for (int j = 0; j < used.length; j++) {
        for (int p = 0; p < practices(); p++) {
          distances[i][j] += used[i][p] == used[j][p] ? 0 : 1;
        }
      }
    }
    return distances;
  }
}
