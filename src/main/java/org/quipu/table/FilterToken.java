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
   * @throws TableException when a character begins no word, or a quote is not closed
   */
  static List<FilterToken> split(String filter) {
    List<FilterToken> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(filter);
    int from = 0;
    do {
      if (!matcher.region(from, filter.length()).lookingAt()) {
        throw misplaced(filter, from + leadingSpace(filter.substring(from)));
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
  Text shown() {
    return switch (kind) {
      case END -> new Text("the end of the filter", "el final del filtro");
      case TEXT -> new Text("'" + text + "'", "'" + text + "'");
      default -> new Text(text, text);
    };
  }

  private static TableException misplaced(String filter, int at) {
    String rest = filter.substring(at);
    if (rest.startsWith("'") || rest.startsWith("\"")) {
      return new TableException(
          new Text(
              "The quote at character %d of the filter is not closed: %s".formatted(at + 1, filter),
              "La comilla del carácter %d del filtro no se cierra: %s".formatted(at + 1, filter)));
    }
    String found = rest.substring(0, rest.offsetByCodePoints(0, 1));
    return new TableException(
        new Text(
            "Character %d of the filter, '%s', begins no name, number, 'text' or operator: %s"
                .formatted(at + 1, found, filter),
            "El carácter %d del filtro, '%s', no inicia un nombre, un número, un 'texto' ni un operador: %s"
                .formatted(at + 1, found, filter)));
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
