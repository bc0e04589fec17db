package org.quipu.study;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/**
 * The period of which DIRESAs' own answers count: the latest in which any of them has facilities.
 * One for all, since groups and correlations compare DIRESAs at the same time.
 *
 * @param period null where nobody answered
 * @param counted DIRESAs that answered for it
 * @param others DIRESAs that answered for other periods only, and so do not count
 */
public record AnsweredPeriod(String period, SortedSet<String> counted, SortedSet<String> others) {

  /** The period of the source goal-attainment. */
  public static AnsweredPeriod of(SmallSource goalAttainment) {
    String period =
        goalAttainment.rows().stream()
            .filter(AnsweredPeriod::answers)
            .map(row -> row.text("period"))
            .max(Comparator.naturalOrder())
            .orElse(null);
    SortedSet<String> counted = diresas(goalAttainment, row -> row.text("period").equals(period));
    SortedSet<String> others =
        diresas(goalAttainment, row -> !counted.contains(row.text("diresa_id")));
    return new AnsweredPeriod(period, counted, others);
  }

  /** Without facilities there is nothing to have a share of. */
  static boolean answers(AcceptedRow row) {
    return row.integer("facilities") > 0;
  }

  private static SortedSet<String> diresas(SmallSource source, Predicate<AcceptedRow> which) {
    SortedSet<String> diresas = new TreeSet<>();
    source.rows().stream()
        .filter(AnsweredPeriod::answers)
        .filter(which)
        .forEach(row -> diresas.add(row.text("diresa_id")));
    return diresas;
  }
}
