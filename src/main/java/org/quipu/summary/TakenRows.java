package org.quipu.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Rows of one part of a file that are taken out of the summary, by line.
 *
 * @param part of the file
 * @param lines sorted
 * @param keys hash of each row's key
 * @param contents hash of each row's content
 * @param otherFiles file of a row with the same key and another content; {@link #NONE} for a row
 *     that is a duplicate
 * @param otherLines line of that row
 * @param seen rows that were found already
 */
record TakenRows(
    PassPlan.Part part,
    long[] lines,
    long[] keys,
    long[] contents,
    int[] otherFiles,
    long[] otherLines,
    BitSet seen)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  static final int NONE = -1;

  /**
   * The rows of a part.
   *
   * @param rows positions in {@code all}, sorted by line
   * @param verdicts on all
   */
  static TakenRows of(PassPlan.Part part, int[] rows, ContestedPlaces all, int[] verdicts) {
    int[] otherFiles = new int[rows.length];
    long[] otherLines = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int other = verdicts[rows[i]];
      otherFiles[i] = other < 0 ? NONE : all.file(other);
      otherLines[i] = other < 0 ? NONE : all.line(other);
    }
    return new TakenRows(
        part,
        Arrays.stream(rows).mapToLong(all::line).toArray(),
        Arrays.stream(rows).mapToLong(all::key).toArray(),
        Arrays.stream(rows).mapToLong(all::content).toArray(),
        otherFiles,
        otherLines,
        new BitSet());
  }

  /** Whether any row that stands on a line is taken. */
  boolean has(long line) {
    return Arrays.binarySearch(lines, line) >= 0;
  }

  /** Finds a row once; {@link #NONE} where it is not taken. */
  int find(long line, long key, long content) {
    int at = Arrays.binarySearch(lines, line);
    while (at > 0 && lines[at - 1] == line) {
      at--;
    }
    for (; at >= 0 && at < lines.length && lines[at] == line; at++) {
      if (keys[at] == key && contents[at] == content && !seen.get(at)) {
        seen.set(at);
        return at;
      }
    }
    return NONE;
  }
}
