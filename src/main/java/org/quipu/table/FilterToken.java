package org.quipu.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a filter.
 *
 * @param kind what it is
 * @param text the word as it was written, without quotes
 * @param at its position in the filter, from 1
 */
record FilterToken(Kind kind, String text, int at) {

  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)"
              + "|\"(?<quoted>[^\"]*)\""
              + "|'(?<text>(?:[^']|'')*)'"
              + "|(?<number>[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)"
              + "|(?<symbol><=|>=|<>|!=|==|[=<>(),])"
              + "|(?<end>$))");

  /**
   * The words of a filter, the last of kind END.
   *
   * @throws IllegalArgumentException when a character begins no word, or a quote is not closed
   */
  static List<FilterToken> split(String filter) {
    List<FilterToken> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(filter);
    int from = 0;
    do {
      if (!matcher.region(from, filter.length()).lookingAt()) {
        int at = from + leadingSpace(filter.substring(from));
        String rest = filter.substring(at);
        throw new IllegalArgumentException(
            rest.startsWith("'") || rest.startsWith("\"")
                ? "the quote at character %d of the filter is not closed: %s"
                    .formatted(at + 1, filter)
                : "character %d of the filter, '%s', begins no name, number, 'text' or operator: %s"
                    .formatted(at + 1, rest.substring(0, rest.offsetByCodePoints(0, 1)), filter));
      }
      tokens.add(token(matcher));
      from = matcher.end();
    } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
    return tokens;
  }

  /** Whether this is that keyword or symbol. */
  boolean is(String word) {
    return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.toLowerCase(Locale.ROOT).equals(word);
  }

  /** The word as an error message shows it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the filter";
      case TEXT -> "'" + text + "'";
      default -> text;
    };
  }

  private static int leadingSpace(String text) {
    return text.length() - text.stripLeading().length();
  }

  private static FilterToken token(Matcher matcher) {
    for (Kind kind : List.of(Kind.NAME, Kind.NUMBER, Kind.SYMBOL, Kind.END)) {
      String group = kind.name().toLowerCase(Locale.ROOT);
      if (matcher.group(group) != null) {
        return new FilterToken(kind, matcher.group(group), matcher.start(group) + 1);
      }
    }
    // The position of what is quoted is that of its quote.
    return matcher.group("text") != null
        ? new FilterToken(
            Kind.TEXT, matcher.group("text").replace("''", "'"), matcher.start("text"))
        : new FilterToken(Kind.QUOTED_NAME, matcher.group("quoted"), matcher.start("quoted"));
  }
}
