package org.quipu.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.config.ConfigException;
import org.quipu.config.RuleConfig;

/**
 * What the user decides about rules.
 *
 * @param decisions check_id → decision
 */
public record RulePolicy(SortedMap<String, RuleConfig> decisions) {

  /** Rules as they are. */
  public static RulePolicy none() {
    return new RulePolicy(new TreeMap<>());
  }

  /** The id of a rule's check in result tables and in configuration. */
  public static String checkId(String source, String rule) {
    return source.replace('-', '_') + "_" + rule;
  }

  /**
   * A source's rules with the severities that the user wants.
   *
   * @throws ConfigException if a rule would let rows through that nothing can be made of
   */
  public List<Rule> apply(String source, List<Rule> rules) {
    List<Rule> decided = new ArrayList<>();
    for (Rule rule : rules) {
      String id = checkId(source, rule.id());
      RuleConfig.Severity severity =
          decisions.getOrDefault(id, RuleConfig.NONE).severity().orElse(null);
      if (severity == null) {
        decided.add(rule);
        continue;
      }
      if (isStructural(rule)
          && (severity == RuleConfig.Severity.WARN || severity == RuleConfig.Severity.OFF)) {
        throw tooMild(id);
      }
      if (severity != RuleConfig.Severity.OFF) {
        decided.add(new Decided(rule, Severity.valueOf(severity.name())));
      }
    }
    return decided;
  }

  /** What of the decisions changes which rows of a source are used or counted, as a stable text. */
  public String fingerprint(String source) {
    StringBuilder text = new StringBuilder();
    decisions.forEach(
        (id, decision) -> {
          if (id.startsWith(checkId(source, "")) && decision.severity().isPresent()) {
            text.append(id).append('=').append(decision.severity().get()).append('\n');
          }
        });
    return text.toString();
  }

  private static boolean isStructural(Rule rule) {
    return rule instanceof Rule.Readable
        || rule instanceof Rule.Shape
        || rule instanceof Rule.Required
        || rule instanceof Rule.Typed;
  }

  private static ConfigException tooMild(String id) {
    String key = "rules." + id + ".severity";
    return new ConfigException(
        key,
        key + ": a row that breaks this rule cannot be used; allowed are reject and stop.",
        key + ": una fila que incumple esta regla no se puede usar; se permite reject o stop.");
  }
}
