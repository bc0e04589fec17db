package org.quipu.source.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the text of a canonical column is put together: the name of a column of the file, or text in
 * which {@code {COLUMN}} or {@code {COLUMN:FORMAT}} stand for its values.
 *
 * @param parts in order
 */
record Template(List<Part> parts) {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)(?::([^{}]*))?}");

  /** A piece of a template. */
  sealed interface Part {}

  /** Text that stands for itself. */
  record Literal(String text) implements Part {}

  /** The value of a column of the file, in a format: see {@link ValueFormat}. */
  record Place(String column, ValueFormat format) implements Part {}

  static Template constant(String text) {
    return new Template(List.of(new Literal(text)));
  }

  /** The values of a column as they are. */
  static Template named(String column) {
    return new Template(List.of(new Place(column, ValueFormat.of(null))));
  }

  /** Whether a brace is opened and not closed, or names nothing, as {@code "{}"} does. */
  static boolean isBroken(String text) {
    String literal = PLACE.matcher(text).replaceAll("");
    return text.contains("{") && (literal.contains("{") || literal.contains("}"));
  }

  /**
   * @throws IllegalArgumentException if a format is not known
   */
  static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      if (place.start() > from) {
        parts.add(new Literal(text.substring(from, place.start())));
      }
      parts.add(new Place(place.group(1), ValueFormat.of(place.group(2))));
      from = place.end();
    }
    if (parts.isEmpty()) {
      return named(text);
    }
    if (from < text.length()) {
      parts.add(new Literal(text.substring(from)));
    }
    return new Template(List.copyOf(parts));
  }

  /** The columns of the file that it needs. */
  List<String> columns() {
    return parts.stream()
        .filter(Place.class::isInstance)
        .map(part -> ((Place) part).column())
        .toList();
  }
}
