package org.quipu.source.dialect;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern for names, e.g. {@code {question_id}/{option_id}}: a name in braces stands for one or
 * more characters, which it captures; {@code *} for any; everything else for itself, without regard
 * to case and accents.
 */
record HeaderPattern(String text) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern PIECE = Pattern.compile("\\{([a-z_]+)}|\\*|[^{*]+|\\{");

  /** What the names in braces stand for; empty where the pattern does not fit. */
  Optional<Map<String, String>> match(String name) {
    List<String> names = new ArrayList<>();
    Pattern pattern =
        Pattern.compile(regex(names), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      matcher = Pattern.compile(folded(pattern.pattern())).matcher(folded(name));
    }
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> captured = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      captured.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(captured);
  }

  /** Without accents and upper case; {@code \\Q} and {@code \\E} of patterns stay. */
  static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      boolean escaped = i > 0 && plain.charAt(i - 1) == '\\';
      folded.append(escaped ? plain.charAt(i) : Character.toLowerCase(plain.charAt(i)));
    }
    return folded.toString();
  }

  boolean fits(String name) {
    return match(name).isPresent();
  }

  private String regex(List<String> names) {
    StringBuilder regex = new StringBuilder();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (piece.group(1) != null) {
        names.add(piece.group(1));
        regex.append("(.+)");
      } else if (piece.group().equals("*")) {
        regex.append(".*");
      } else {
        regex.append(Pattern.quote(piece.group()));
      }
    }
    return regex.toString();
  }

  /** The pattern with its names replaced by what they stand for. */
  String fill(Map<String, String> captured) {
    String filled = text;
    for (Map.Entry<String, String> each : captured.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  static boolean anyFits(List<HeaderPattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.fits(name));
  }

  static List<HeaderPattern> all(List<String> texts) {
    return texts.stream().map(HeaderPattern::new).toList();
  }
}
