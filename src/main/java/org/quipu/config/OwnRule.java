package org.quipu.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a rule of the user's asks of a column; one of these.
 *
 * @param column a canonical column of the source
 * @param required whether it has a value
 * @param pattern a regular expression that its whole text fits; empty: none
 * @param allowed texts that it may be; empty: any
 * @param min the least number
 * @param max the greatest number
 * @param notAbove a column whose number it does not exceed
 * @param givenWith a column that has a value where this one has
 * @param textEn what the rule asks, in the user's words; empty: in Quipu's
 * @param textEs the same in Spanish
 */
public record OwnRule(
    String column,
    boolean required,
    Optional<String> pattern,
    List<String> allowed,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<String> notAbove,
    Optional<String> givenWith,
    Optional<String> textEn,
    Optional<String> textEs) {

  public OwnRule {
    allowed = List.copyOf(allowed);
  }

  /** All of it as a stable text that no other rule has. */
  public String canonicalText() {
    return String.join(
        "\n",
        QuotedTexts.of(List.of(column)),
        String.valueOf(required),
        text(pattern),
        QuotedTexts.of(allowed),
        String.valueOf(min),
        String.valueOf(max),
        text(notAbove),
        text(givenWith),
        text(textEn),
        text(textEs));
  }

  private static String text(Optional<String> given) {
    return QuotedTexts.of(given.stream().toList());
  }

  /** The columns that it speaks of. */
  public List<String> columns() {
    List<String> columns = new java.util.ArrayList<>(List.of(column));
    notAbove.ifPresent(columns::add);
    givenWith.ifPresent(columns::add);
    return columns;
  }
}
