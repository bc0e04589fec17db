package org.quipu.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Sentences about names that are not known, with the known name that comes nearest. */
final class Nearest {

  private Nearest() {}

  /** What is said of a column that a table does not have. */
  static TableException unknownColumn(String name, Collection<String> known) {
    return unknown(new Text("column", "columna"), name, known);
  }

  /** What is said of a table that a version does not have. */
  static TableException unknownTable(String name, Collection<String> known) {
    return unknown(new Text("table", "tabla"), name, known);
  }

  /** Such as <i>Unknown column 'percnt'; did you mean 'percent'? Known: …</i> */
  private static TableException unknown(Text kind, String name, Collection<String> known) {
    Optional<String> guess = guess(name, known);
    String all = String.join(", ", known);
    return new TableException(
        new Text(
            "Unknown %s '%s'%s Known: %s"
                .formatted(
                    kind.en(), name, guess.map("; did you mean '%s'?"::formatted).orElse("."), all),
            "No existe la %s '%s'%s Existen: %s"
                .formatted(
                    kind.es(),
                    name,
                    guess.map("; ¿quiso decir '%s'?"::formatted).orElse("."),
                    all)));
  }

  /** The known name that comes nearest, if it comes near. */
  static Optional<String> guess(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(other -> strangeness(name, other)))
        .filter(other -> strangeness(name, other) <= Math.max(2, name.length() / 3));
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
