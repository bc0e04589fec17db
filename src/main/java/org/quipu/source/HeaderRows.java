package org.quipu.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the header of a table stands that people have laid out: below titles, or over two rows of
 * which the upper one names groups of columns (merged cells).
 *
 * @param first index of the header's first row among those looked at
 * @param last index of its last row
 * @param names of the columns
 */
record HeaderRows(int first, int last, List<String> names) {
  /** Rows that are looked at; no title of the field is longer. */
  static final int LOOKED_AT = 50;

  private static final String NUMBER = "[+-]?[\\d.,\\s]*\\d%?";

  /**
   * Finds the header: the first row that is about as wide as most are. A row that is much narrower
   * is a title; so is a single text above a table.
   *
   * @param rows the texts of the first rows
   * @return null where no row has any text
   */
  static HeaderRows of(List<List<String>> rows) {
    int[] widths = rows.stream().mapToInt(HeaderRows::filled).sorted().toArray();
    int usual = widths.length == 0 ? 0 : widths[widths.length / 2];
    for (int i = 0; i < rows.size(); i++) {
      int filled = filled(rows.get(i));
      boolean isTitle = filled < 2 && usual > 1 || 2 * filled < usual;
      if (filled > 0 && !isTitle) {
        List<String> header = rows.get(i);
        if (i + 1 < rows.size() && continues(header, rows.get(i + 1), usual)) {
          return new HeaderRows(i, i + 1, stripped(joined(header, rows.get(i + 1))));
        }
        return new HeaderRows(i, i, stripped(header));
      }
    }
    return null;
  }

  private static int filled(List<String> row) {
    return (int) row.stream().filter(text -> !text.isBlank()).count();
  }

  /** Whether a row is the lower half of a header: texts where that has none, and none elsewhere. */
  private static boolean continues(List<String> header, List<String> next, int usual) {
    int both = 0;
    int gained = 0;
    for (int i = 0; i < Math.max(header.size(), next.size()); i++) {
      boolean here = !text(header, i).isEmpty();
      boolean below = !text(next, i).isEmpty();
      if (below && text(next, i).matches(NUMBER)) {
        return false;
      }
      both += here && below ? 1 : 0;
      gained += below && !here ? 1 : 0;
    }
    int lower = filled(next);
    return gained > 0 && both < filled(header) && filled(header) + gained >= usual && lower > 0;
  }

  /** The names of the lower row, with their group's where they occur in several. */
  private static List<String> joined(List<String> upper, List<String> lower) {
    Set<String> seen = new HashSet<>();
    Set<String> several = new HashSet<>();
    lower.stream().map(String::strip).filter(name -> !seen.add(name)).forEach(several::add);
    List<String> names = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      group = text(upper, i).isEmpty() ? group : text(upper, i);
      String name = text(lower, i);
      boolean alone = !name.isEmpty() && !several.contains(name);
      names.add(alone ? name : name.isEmpty() ? text(upper, i) : group + " " + name);
    }
    return names;
  }

  private static String text(List<String> row, int i) {
    return i < row.size() ? row.get(i).strip() : "";
  }

  private static List<String> stripped(List<String> row) {
    return row.stream().map(String::strip).toList();
  }
}
