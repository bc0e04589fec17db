package org.quipu.quality;

import java.util.ArrayList;
import java.util.List;
import org.quipu.source.FileProfile;

/** Holds the rows of one file against the rules of its source and keeps the books. */
public final class RowChecker {
  /**
   * Rows that the dialect leaves out because they are not of the source's population, e.g. private
   * facilities. They stand in no book but this count.
   */
  public static final String LEFT_OUT = "row_in_scope";

  private static final Sentence LEFT_OUT_MEANING =
      new Sentence(
          "A row is of the population that the source is about.",
          "Una fila es de la población de la que trata la fuente.");

  private final FileProfile profile;
  private final Disclosure disclosure;
  private final Rule[] rules;
  private final long[] failing;
  private final QuarantineSink quarantine;
  private final Rule readable = new Rule.Readable();
  private long read;
  private long accepted;
  private long unreadable;
  private long leftOut;

  /**
   * @param disclosure what may be kept of rows in quarantine
   */
  public RowChecker(FileProfile profile, List<Rule> rules, Disclosure disclosure) {
    this(profile, rules, disclosure, QuarantineFolder.none(), "");
  }

  /**
   * @param disclosure what may be kept of rows in quarantine
   * @param folder where such rows wait if they are many
   * @param name of what is checked, unique in that folder
   */
  public RowChecker(
      FileProfile profile,
      List<Rule> rules,
      Disclosure disclosure,
      QuarantineFolder folder,
      String name) {
    this.quarantine = folder.sink(name);
    this.profile = profile;
    this.disclosure = disclosure;
    this.rules = rules.toArray(Rule[]::new);
    this.failing = new long[this.rules.length];
  }

  /**
   * Whether a row holds to every rule that rejects; if not, it is in quarantine now. A row that is
   * not of the source's population is neither read nor quarantined, only counted: see {@link
   * #LEFT_OUT}.
   */
  public boolean accepts(RowView row) {
    if (!row.record().isInScope()) {
      leftOut++;
      return false;
    }
    read++;
    // Of a row that could not be read nothing else can be said.
    if (!readable.passes(row)) {
      unreadable++;
      quarantine.add(quarantined(row, readable.id(), readable.failure(row)));
      return false;
    }
    Rule broken = null;
    for (int i = 0; i < rules.length; i++) {
      Rule rule = rules[i];
      if (!rule.passes(row)) {
        failing[i]++;
        if (broken == null && rule.severity() != Severity.WARN) {
          broken = rule;
        }
      }
    }
    if (broken == null) {
      accepted++;
      return true;
    }
    quarantine.add(quarantined(row, broken.id(), broken.failure(row)));
    return false;
  }

  /** Counts rows that are known to hold to every rule. */
  public void acceptAll(long rows) {
    read += rows;
    accepted += rows;
  }

  /** A row, kept whole, that broke a rule. */
  private Quarantined quarantined(RowView row, String rule, Sentence reason) {
    return new Quarantined(
        profile.file().source(),
        profile.file().path(),
        row.record().line(),
        disclosure.raw(row.record()),
        rule,
        reason);
  }

  /** The books of the rows seen so far. */
  public Book book() {
    Counts counts = new Counts(read, accepted, quarantine.count(), 0);
    List<RuleCount> ruleCounts = new ArrayList<>();
    ruleCounts.add(
        new RuleCount(readable.id(), readable.severity(), readable.meaning(), read, unreadable));
    if (leftOut > 0) {
      ruleCounts.add(
          new RuleCount(LEFT_OUT, Severity.WARN, LEFT_OUT_MEANING, read + leftOut, leftOut));
    }
    long judged = read - unreadable;
    for (int i = 0; i < rules.length; i++) {
      ruleCounts.add(
          new RuleCount(
              rules[i].id(), rules[i].severity(), rules[i].meaning(), judged, failing[i]));
    }
    List<SpilledRows> spilled = quarantine.spilled();
    return Book.of(profile.file().path(), counts, ruleCounts, quarantine.kept(), spilled);
  }
}
