package org.quipu.quality;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quipu.config.ConfigException;
import org.quipu.config.OwnRule;

/**
 * A rule that the user has made, or changed the threshold of.
 *
 * @param id of the rule, the user's where it is made
 * @param rule what it asks
 * @param severity unless the user decides about that too
 * @param words what it asks in the user's words; null where in the rule's
 */
record Own(String id, Rule rule, Severity severity, Sentence words) implements Rule {
  private static final long serialVersionUID = 1L;

  /** The rule of a configuration, for a file's layout. */
  static Rule of(String checkId, String id, OwnRule own, RowLayout layout) {
    for (String column : own.columns()) {
      if (layout.column(column) < 0) {
        String key = "rules." + checkId;
        String all = String.join(", ", layout.names());
        throw new ConfigException(
            key,
            key + ": the source has no column " + column + "; known are " + all + ".",
            key + ": la fuente no tiene la columna " + column + "; se conocen " + all + ".");
      }
    }
    Optional<Sentence> words =
        own.textEn()
            .or(own::textEs)
            .map(text -> new Sentence(own.textEn().orElse(text), own.textEs().orElse(text)));
    return new Own(id, asked(own, layout), Severity.REJECT, words.orElse(null));
  }

  /** A rule of Quipu's with another threshold. */
  static Rule changed(Rule rule) {
    return new Own(rule.id(), rule, rule.severity(), null);
  }

  private static Rule asked(OwnRule own, RowLayout layout) {
    String name = own.column();
    int column = layout.column(name);
    if (own.required()) {
      return new Rule.Required(column, name);
    }
    if (own.pattern().isPresent()) {
      return new Fits(column, name, Pattern.compile(own.pattern().get()));
    }
    if (!own.allowed().isEmpty()) {
      return new Rule.OneOf(column, name, Set.copyOf(own.allowed()));
    }
    if (own.notAbove().isPresent()) {
      String other = own.notAbove().get();
      return new Rule.NotAbove(column, name, layout.column(other), other);
    }
    if (own.givenWith().isPresent()) {
      String other = own.givenWith().get();
      return new CrossField.GivenWith(column, name, layout.column(other), other);
    }
    return new Rule.Range(column, name, own.min().orElse(null), own.max().orElse(null));
  }

  @Override
  public boolean isOwn() {
    return true;
  }

  @Override
  public Sentence meaning() {
    return words != null ? words : rule.meaning();
  }

  @Override
  public boolean passes(RowView row) {
    return rule.passes(row);
  }

  @Override
  public Sentence failure(RowView row) {
    return rule.failure(row);
  }

  /** The whole text of a value fits a regular expression. */
  record Fits(int column, String name, Pattern pattern) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_pattern";
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Column " + name + " fits the pattern " + pattern + ".",
          "La columna " + name + " sigue el patrón " + pattern + ".");
    }

    @Override
    public boolean passes(RowView row) {
      return row.isMissing(column) || pattern.matcher(row.text(column)).matches();
    }

    @Override
    public Sentence failure(RowView row) {
      return Sentences.notAllowed(
          name, row.text(column), "a text that fits " + pattern, "un texto que sigue " + pattern);
    }
  }
}
