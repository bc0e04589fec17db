package org.quipu.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

  /** Checks with a threshold that are made from sums, whatever rows were read. */
  private static final Set<String> OF_SUMS = Set.of("facility_indicator_history_jump");

  private static final Rule READABLE = new Rule.Readable();

  /** Rules as they are. */
  public static RulePolicy none() {
    return new RulePolicy(new TreeMap<>());
  }

  /** The id of a rule's check in result tables and in configuration. */
  public static String checkId(String source, String rule) {
    return source.replace('-', '_') + "_" + rule;
  }

  /**
   * A source's rules with the severities and thresholds that the user wants, and the user's own.
   *
   * @param layout of the file that they are for
   * @throws ConfigException if a rule would let rows through that nothing can be made of, has no
   *     threshold to set, or speaks of a column that the source does not have
   */
  public List<Rule> apply(String source, List<Rule> rules, RowLayout layout) {
    // Whoever opens the file sees to this one, so that it is not among the rules.
    decide(checkId(source, READABLE.id()), READABLE, new ArrayList<>());
    List<Rule> decided = new ArrayList<>();
    rules.forEach(rule -> decide(checkId(source, rule.id()), rule, decided));
    String prefix = checkId(source, "");
    decisions.forEach(
        (id, decision) -> {
          if (id.startsWith(prefix) && decision.own().isPresent()) {
            String rule = id.substring(prefix.length());
            if (rule.equals(READABLE.id())
                || rules.stream().anyMatch(known -> known.id().equals(rule))) {
              throw taken(id);
            }
            decide(id, Own.of(id, rule, decision.own().get(), layout), decided);
          }
        });
    return decided;
  }

  private void decide(String id, Rule rule, List<Rule> decided) {
    RuleConfig decision = decisions.getOrDefault(id, RuleConfig.NONE);
    Rule wanted = rule;
    if (decision.threshold().isPresent()) {
      if (rule.threshold().isEmpty()) {
        throw noThreshold(id);
      }
      wanted = Own.changed(rule.withThreshold(decision.threshold().get()));
    }
    RuleConfig.Severity severity = decision.severity().orElse(null);
    if (severity == null) {
      decided.add(wanted);
      return;
    }
    if (isStructural(rule)
        && (severity == RuleConfig.Severity.WARN || severity == RuleConfig.Severity.OFF)) {
      throw tooMild(id);
    }
    if (severity != RuleConfig.Severity.OFF) {
      decided.add(new Decided(wanted, Severity.valueOf(severity.name())));
    }
  }

  /**
   * Refuses a threshold for a check that has none.
   *
   * @param ofSums ids of a source's checks that are made from sums; {@link #apply} sees to the rest
   */
  public void requireThresholds(Collection<String> ofSums) {
    for (String id : ofSums) {
      boolean given = decisions.getOrDefault(id, RuleConfig.NONE).threshold().isPresent();
      if (given && !OF_SUMS.contains(id)) {
        throw noThreshold(id);
      }
    }
  }

  /** The threshold of a check that is made from sums; those of rules come with {@link #apply}. */
  public BigDecimal threshold(String checkId, BigDecimal otherwise) {
    return decisions.getOrDefault(checkId, RuleConfig.NONE).threshold().orElse(otherwise);
  }

  /** What of the decisions changes which rows of a source are used or counted, as a stable text. */
  public String fingerprint(String source) {
    StringBuilder text = new StringBuilder();
    decisions.forEach(
        (id, decision) -> {
          if (id.startsWith(checkId(source, ""))) {
            decision
                .severity()
                .ifPresent(severity -> text.append(id).append('=').append(severity).append('\n'));
            decision
                .own()
                .ifPresent(own -> text.append(id).append('=').append(own.canonicalText()));
            if (!OF_SUMS.contains(id)) {
              decision
                  .threshold()
                  .ifPresent(limit -> text.append(id).append('<').append(limit).append('\n'));
            }
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

  private static ConfigException taken(String id) {
    String key = "rules." + id;
    return new ConfigException(
        key,
        key + ": Quipu has a rule of this name; give yours another.",
        key + ": Quipu ya tiene una regla con ese nombre; dele otro a la suya.");
  }

  private static ConfigException noThreshold(String id) {
    String key = "rules." + id + ".threshold";
    return new ConfigException(
        key,
        key + ": this check has no threshold; use max-rate or max-rows for how many rows may fail.",
        key
            + ": este control no tiene umbral; use max-rate o max-rows para cuántas filas pueden fallar.");
  }

  private static ConfigException tooMild(String id) {
    String key = "rules." + id + ".severity";
    return new ConfigException(
        key,
        key + ": a row that breaks this rule cannot be used; allowed are reject and stop.",
        key + ": una fila que incumple esta regla no se puede usar; se permite reject o stop.");
  }
}
