package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.quipu.config.ConfigException;
import org.quipu.config.JobConfig;
import org.quipu.config.RuleConfig;
import org.quipu.quality.QuarantineFolder;
import org.quipu.quality.RuleCount;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.Sentence;
import org.quipu.source.InputException;

/** Ends a run whose inputs break a rule that the user wants to end it. */
final class StoppingRules {
  private StoppingRules() {}

  /**
   * @param folder where rows in quarantine wait that are on disk
   * @throws InputException for the first check, in the order of sources and ids, that has severity
   *     stop and more failing rows than what is allowed
   * @throws ConfigException for a decision about a check that a source does not have
   */
  static void check(JobConfig config, List<SourceReport> reports, QuarantineFolder folder) {
    for (SourceReport report : reports) {
      requireKnown(config, report);
      List<RuleCount> rules = new ArrayList<>(report.book().rules().values());
      rules.add(BookRows.gate(report));
      for (RuleCount rule : rules) {
        RuleConfig decision = config.rule(RulePolicy.checkId(report.source(), rule.id()));
        boolean stops = decision.severity().equals(Optional.of(RuleConfig.Severity.STOP));
        if (stops
            && rule.failing() > 0
            && (!isBounded(decision) || decision.isExceeded(rule.failing(), rule.rows()))) {
          throw stopped(report, rule, folder);
        }
      }
    }
  }

  private static boolean isBounded(RuleConfig decision) {
    return decision.maxRate().isPresent() || decision.maxRows().isPresent();
  }

  private static InputException stopped(
      SourceReport report, RuleCount rule, QuarantineFolder folder) {
    String id = RulePolicy.checkId(report.source(), rule.id());
    Sentence first = report.book().first(folder, row -> row.rule().equals(rule.id()));
    return new InputException(
        "%s: %d of %d rows fail. Asked: %s%s"
            .formatted(id, rule.failing(), rule.rows(), rule.meaning().en(), first.en()),
        "%s: %d de %d filas no cumplen. Se pide: %s%s"
            .formatted(id, rule.failing(), rule.rows(), rule.meaning().es(), first.es()));
  }

  private static void requireKnown(JobConfig config, SourceReport report) {
    TreeSet<String> known = new TreeSet<>();
    report
        .book()
        .rules()
        .keySet()
        .forEach(id -> known.add(RulePolicy.checkId(report.source(), id)));
    known.add(RulePolicy.checkId(report.source(), BookRows.GATE));
    for (Map.Entry<String, RuleConfig> decision : config.rules().entrySet()) {
      String id = decision.getKey();
      boolean off = decision.getValue().severity().equals(Optional.of(RuleConfig.Severity.OFF));
      if (id.startsWith(RulePolicy.checkId(report.source(), "")) && !known.contains(id) && !off) {
        String all = String.join(", ", known);
        throw new ConfigException(
            "rules." + id,
            "rules."
                + id
                + ": there is no such check; known for "
                + report.source()
                + ": "
                + all
                + ".",
            "rules."
                + id
                + ": no existe ese control; se conocen para "
                + report.source()
                + ": "
                + all
                + ".");
      }
    }
  }
}
