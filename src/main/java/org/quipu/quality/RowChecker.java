package org.quipu.quality;

import java.util.ArrayList;
import java.util.List;
import org.quipu.source.FileProfile;

/** Holds the rows of one file against the rules of its source and keeps the books. */
public final class RowChecker {
  private final FileProfile profile;
  private final Rule[] rules;
  private final long[] failing;
  private final List<Quarantined> quarantine = new ArrayList<>();
  private long read;
  private long accepted;

  public RowChecker(FileProfile profile, List<Rule> rules) {
    this.profile = profile;
    this.rules = rules.toArray(Rule[]::new);
    this.failing = new long[this.rules.length];
  }

  /** Whether a row holds to every rule that rejects; if not, it is in quarantine now. */
  public boolean accepts(RowView row) {
    read++;
    Rule broken = null;
    for (int i = 0; i < rules.length; i++) {
      Rule rule = rules[i];
      if (!rule.passes(row)) {
        failing[i]++;
        if (broken == null && rule.severity() == Severity.REJECT) {
          broken = rule;
        }
      }
    }
    if (broken == null) {
      accepted++;
      return true;
    }
    quarantine.add(quarantined(profile, row, broken.id(), broken.failure(row)));
    return false;
  }

  /** A row, kept whole, that broke a rule. */
  public static Quarantined quarantined(
      FileProfile profile, RowView row, String rule, Sentence reason) {
    return new Quarantined(
        profile.file().source(),
        profile.file().path(),
        row.record().line(),
        row.record().raw(profile.separator()),
        rule,
        reason);
  }

  /** The books of the rows seen so far. */
  public Book book() {
    Counts counts = new Counts(read, accepted, quarantine.size(), 0);
    List<RuleCount> ruleCounts = new ArrayList<>();
    for (int i = 0; i < rules.length; i++) {
      ruleCounts.add(
          new RuleCount(rules[i].id(), rules[i].severity(), rules[i].meaning(), read, failing[i]));
    }
    return Book.of(profile.file().path(), counts, ruleCounts, quarantine);
  }
}
