package org.quipu.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of marked and unmarked cells with given totals. */
final class Marks {
  private static final int SWAPS = 2000;

  private Marks() {}

  /**
   * A table with the given row and column totals. Columns are filled from the fullest on, each by
   * the rows that need most (Gale 1957, doi:10.2140/pjm.1957.7.1073, shows that this succeeds
   * whenever a table exists); then 2 × 2 checkerboards are turned over at random, which changes no
   * total but breaks the regular pattern that filling leaves.
   */
  static boolean[][] withTotals(int[] rowTotals, int[] columnTotals, Random random) {
    boolean[][] table = new boolean[rowTotals.length][columnTotals.length];
    int[] needed = rowTotals.clone();
    List<Integer> columns =
        IntStream.range(0, columnTotals.length)
            .boxed()
            .sorted(Comparator.comparing(c -> -columnTotals[c]))
            .toList();
    for (int column : columns) {
      rowsByNeed(needed, random)
          .limit(columnTotals[column])
          .forEach(
              row -> {
                table[row][column] = true;
                needed[row]--;
              });
    }
    if (IntStream.of(needed).anyMatch(n -> n != 0)) {
      throw new IllegalStateException("no table has these row and column totals");
    }
    for (int i = 0; i < SWAPS; i++) {
      turnOver(
          table,
          random.nextInt(rowTotals.length),
          random.nextInt(rowTotals.length),
          random.nextInt(columnTotals.length),
          random.nextInt(columnTotals.length));
    }
    return table;
  }

  /** A table with the given column totals, whatever the rows get. */
  static boolean[][] withColumnTotals(int rows, int[] columnTotals, Random random) {
    boolean[][] table = new boolean[rows][columnTotals.length];
    for (int c = 0; c < columnTotals.length; c++) {
      int column = c;
      rowsByNeed(new int[rows], random)
          .limit(columnTotals[c])
          .forEach(row -> table[row][column] = true);
    }
    return table;
  }

  /** Rows that need most first; among equals in random order. */
  private static Stream<Integer> rowsByNeed(int[] needed, Random random) {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, needed.length).boxed().toList());
    Collections.shuffle(rows, random);
    rows.sort(Comparator.comparing(row -> -needed[row]));
    return rows.stream();
  }

  private static void turnOver(boolean[][] table, int r1, int r2, int c1, int c2) {
    boolean checkerboard = table[r1][c1] && table[r2][c2] && !table[r1][c2] && !table[r2][c1];
    if (checkerboard) {
      table[r1][c1] = false;
      table[r2][c2] = false;
      table[r1][c2] = true;
      table[r2][c1] = true;
    }
  }
}
