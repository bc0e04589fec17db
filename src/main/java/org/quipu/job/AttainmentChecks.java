package org.quipu.job;

import java.util.List;
import org.quipu.quality.RuleCount;
import org.quipu.quality.Sentence;
import org.quipu.quality.Severity;
import org.quipu.quality.SmallSource;
import org.quipu.study.AnsweredPeriod;

/** What is said of the DIRESAs' own answers as a whole. */
final class AttainmentChecks {
  private AttainmentChecks() {}

  /** Who answered, but for another period than the one that counts, is in no result. */
  static List<RuleCount> of(SmallSource goalAttainment) {
    AnsweredPeriod answered = AnsweredPeriod.of(goalAttainment);
    String period = answered.period() == null ? "" : answered.period() + ", ";
    String left = IndicatorChecks.first(answered.others());
    return List.of(
        new RuleCount(
            "other_period",
            Severity.WARN,
            new Sentence(
                "A DIRESA with an answer has one for %sthe latest period with facilities and the one that counts (rows: DIRESAs).%s"
                    .formatted(period, left),
                "Una DIRESA con respuesta la tiene para %sel último periodo con establecimientos y el que cuenta (filas: DIRESAs).%s"
                    .formatted(period, left)),
            answered.counted().size() + answered.others().size(),
            answered.others().size()));
  }
}
