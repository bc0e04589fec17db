package org.quipu.job;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quipu.config.JobConfig;
import org.quipu.config.StudyName;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;
import org.quipu.table.Tables;

/**
 * The published figures that a run can answer: those of its studies. A figure of a study that was
 * not asked for is no failure to reproduce it.
 */
final class FiguresOfRun {
  private static final Pattern STUDY = Pattern.compile("\\bstudy\\s*=\\s*'([^']*)'");

  private FiguresOfRun() {}

  static SmallSource of(SmallSource published, JobConfig config) {
    Set<String> studies = config.studies().stream().map(StudyName::id).collect(Collectors.toSet());
    return published.only(figure -> isOf(figure, studies));
  }

  /** A figure of no known table is kept: its verdict says what is wrong with it. */
  private static boolean isOf(AcceptedRow figure, Set<String> studies) {
    Matcher named = STUDY.matcher(figure.textOr("where", ""));
    if (named.find()) {
      return studies.contains(named.group(1));
    }
    return Tables.named(figure.text("table"))
        .map(
            table ->
                Arrays.stream(table.study().split(", "))
                    .anyMatch(study -> studies.contains(study) || !isStudy(study)))
        .orElse(true);
  }

  /** Some tables are every job's. */
  private static boolean isStudy(String name) {
    return Arrays.stream(StudyName.values()).anyMatch(study -> study.id().equals(name));
  }
}
