package org.quipu.table;

import java.util.Collection;
import java.util.Comparator;

/** Sentences about names that are not known, with the known name that comes nearest. */
public final class Nearest {

  private Nearest() {}

  /**
   * A sentence such as <i>unknown column 'percnt'; did you mean 'percent'? Known: …</i>
   *
   * @param kind what is named, e.g. {@code column}
   * @param known the names there are, in the order in which they are listed
   */
  public static String unknown(String kind, String name, Collection<String> known) {
    String guess =
        known.stream()
            .min(Comparator.comparingInt(other -> strangeness(name, other)))
            .filter(other -> strangeness(name, other) <= Math.max(2, name.length() / 3))
            .map(other -> "; did you mean '" + other + "'?")
            .orElse(".");
    return "unknown %s '%s'%s Known: %s".formatted(kind, name, guess, String.join(", ", known));
  }

  /** The distance, and next to nothing where one name is the beginning of the other. */
  private static int strangeness(String name, String known) {
    boolean begins =
        Math.min(name.length(), known.length()) >= 3
            && (known.startsWith(name) || name.startsWith(known));
    return begins ? 1 : distance(name, known);
  }

  /** Levenshtein's distance, letters compared without case. */
  static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
      }
      above = row;
    }
    return above[right.length()];
  }
}
