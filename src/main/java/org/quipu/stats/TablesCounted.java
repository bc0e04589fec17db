package org.quipu.stats;

import java.util.Arrays;

/**
 * All tables with given margins, counted column by column. Columns filled so far matter to the rest
 * only by the row totals they leave (a node) and by Σ ln n! of their cells, so tables that agree in
 * both go on as one; and partial tables are done with as soon as all their completions are unlikely
 * enough, or none is. Those of a node are kept in order of Σ ln n!, so that a step away from it
 * finishes most of them at once. C. R. Mehta, N. R. Patel, "A network algorithm for performing
 * Fisher's exact test in r×c contingency tables", JASA 78 (1983) 427–434,
 * https://doi.org/10.1080/01621459.1983.10477989.
 */
final class TablesCounted {
  /** Beyond so many steps counting is given up; that takes a few tenths of a second. */
  private static final int MOST_STEPS = 10_000_000;

  /** To keep a partial table takes as long as so many steps. */
  private static final int STEPS_TO_KEEP = 6;

  /** Nor is it begun beyond so many observations. */
  private static final int MOST_OBSERVATIONS = 5_000;

  /** Counting would take too long. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("more than " + MOST_STEPS + " steps", null, false, false);
    }
  }

  private final int[] rows;
  private final int[] columns;
  private final int bits;
  private final double[] logFactorials;
  private final double least;

  /**
   * For each number of columns left, the nodes and the ranges of Σ ln n! of what completes them.
   */
  private final Ranges[] ranges;

  private int steps;
  private double share;

  private TablesCounted(CountTable table, double least) {
    boolean turn = table.rows().length > table.columns().length;
    rows = ascending(turn ? table.columns() : table.rows());
    columns = ascending(turn ? table.rows() : table.columns());
    bits = Integer.SIZE - Integer.numberOfLeadingZeros(rows[rows.length - 1]);
    this.least = least;
    logFactorials = new double[(int) table.n() + 1];
    Arrays.setAll(logFactorials, FisherTable::logFactorial);
    ranges = new Ranges[columns.length];
    Arrays.setAll(ranges, left -> new Ranges());
  }

  private static int[] ascending(long[] totals) {
    return Arrays.stream(totals).mapToInt(Math::toIntExact).sorted().toArray();
  }

  /** The probability of tables with Σ ln n! of at least this; null where there are too many. */
  static Double share(CountTable table, double least) {
    if (table.n() > MOST_OBSERVATIONS) {
      return null;
    }
    TablesCounted counted = new TablesCounted(table, least);
    if (counted.bits * counted.rows.length >= Long.SIZE) {
      return null;
    }
    try {
      return counted.share();
    } catch (TooMany tooMany) {
      return null;
    }
  }

  /** The nodes of a level with the partial tables that lead to each. */
  private static final class Nodes {
    private final LongIndex index = new LongIndex();
    private PartialTables[] partials = new PartialTables[16];

    PartialTables at(long node) {
      int number = index.of(node);
      if (number == partials.length) {
        partials = Arrays.copyOf(partials, 2 * number);
      }
      if (partials[number] == null) {
        partials[number] = new PartialTables();
      }
      return partials[number];
    }
  }

  /** The least and the greatest Σ ln n! of what completes each node. */
  private static final class Ranges {
    private final LongIndex index = new LongIndex();
    private double[] least = new double[16];
    private double[] greatest = new double[16];

    /** The number of a node; whether it is a new one shows in {@code least}, which is NaN. */
    int of(long node) {
      int before = index.size();
      int number = index.of(node);
      if (number == least.length) {
        least = Arrays.copyOf(least, 2 * number);
        greatest = Arrays.copyOf(greatest, 2 * number);
      }
      if (number == before) {
        least[number] = Double.NaN;
      }
      return number;
    }
  }

  /** What is done with each way to fill a column. */
  private interface Steps {
    /**
     * @param node the row totals left
     * @param sum Σ ln n! of the column
     */
    void step(long node, double sum);
  }

  private double share() {
    // Columns are filled from the largest to the smallest; the last is what is left over.
    Nodes nodes = new Nodes();
    nodes.at(node(rows.clone())).add(0, 1);
    for (int column = columns.length - 1; column > 0; column--) {
      Nodes next = new Nodes();
      for (int number = 0; number < nodes.index.size(); number++) {
        expand(nodes.index.key(number), nodes.partials[number].sorted(), column, next);
      }
      nodes = next;
    }
    return share;
  }

  private void expand(long node, PartialTables.Sorted partials, int column, Nodes next) {
    int[] left = rows(node);
    double logAll = logAll(left, column);
    eachStep(
        left,
        columns[column],
        (to, sum) -> {
          Ranges rest = ranges[column - 1];
          int at = range(to, column - 1);
          int unlikely = partials.first(least - sum - rest.least[at]);
          int likely = partials.first(least - sum - rest.greatest[at]);
          if (likely < partials.sum().length) {
            double chance = Math.exp(logAll - sum - logAll(rows(to), column - 1));
            share += chance * partials.above()[unlikely];
            if (likely < unlikely) {
              count(STEPS_TO_KEEP * (unlikely - likely));
              PartialTables more = next.at(to);
              for (int i = likely; i < unlikely; i++) {
                more.add(partials.sum()[i] + sum, chance * partials.probability()[i]);
              }
            }
          }
        });
  }

  /** Minus the logarithm of Σ Π 1/n! over all completions of a node, which is N!/(Π r! Π c!). */
  private double logAll(int[] left, int columnsLeft) {
    double sum = 0;
    int all = 0;
    for (int row : left) {
      sum += logFactorials[row];
      all += row;
    }
    for (int column = 0; column <= columnsLeft; column++) {
      sum += logFactorials[columns[column]];
    }
    return sum - logFactorials[all];
  }

  /** The number of a node among {@link #ranges}, whose range is then known. */
  private int range(long node, int columnsLeft) {
    Ranges known = ranges[columnsLeft];
    int number = known.of(node);
    if (Double.isNaN(known.least[number])) {
      double[] range = columnsLeft == 0 ? last(node) : searched(node, columnsLeft);
      known.least[number] = range[0];
      known.greatest[number] = range[1];
    }
    return number;
  }

  private double[] last(long node) {
    double sum = 0;
    for (int row : rows(node)) {
      sum += logFactorials[row];
    }
    return new double[] {sum, sum};
  }

  private double[] searched(long node, int columnsLeft) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    eachStep(
        rows(node),
        columns[columnsLeft],
        (to, sum) -> {
          int at = range(to, columnsLeft - 1);
          range[0] = Math.min(range[0], sum + ranges[columnsLeft - 1].least[at]);
          range[1] = Math.max(range[1], sum + ranges[columnsLeft - 1].greatest[at]);
        });
    // A hair wider, so that rounding never decides.
    return new double[] {range[0] - 1e-11, range[1] + 1e-11};
  }

  /** Each way to deal what a column holds to the rows. */
  private void eachStep(int[] left, int toDeal, Steps steps) {
    int all = Arrays.stream(left).sum();
    fill(left, 0, all, toDeal, 0, steps);
  }

  private void fill(int[] left, int row, int rest, int toDeal, double sum, Steps steps) {
    if (row == left.length - 1) {
      count(1);
      left[row] -= toDeal;
      steps.step(node(left), sum + logFactorials[toDeal]);
      left[row] += toDeal;
      return;
    }
    int whole = left[row];
    int others = rest - whole;
    for (int dealt = Math.max(0, toDeal - others); dealt <= Math.min(whole, toDeal); dealt++) {
      left[row] = whole - dealt;
      fill(left, row + 1, others, toDeal - dealt, sum + logFactorials[dealt], steps);
    }
    left[row] = whole;
  }

  /** Row totals as one number, in ascending order, since their order does not matter. */
  private long node(int[] left) {
    int[] sorted = left.clone();
    // Insertion: there are few rows, and nearly in order.
    for (int i = 1; i < sorted.length; i++) {
      int row = sorted[i];
      int j = i;
      for (; j > 0 && sorted[j - 1] > row; j--) {
        sorted[j] = sorted[j - 1];
      }
      sorted[j] = row;
    }
    long node = 0;
    for (int row : sorted) {
      node = node << bits | row;
    }
    return node;
  }

  private int[] rows(long node) {
    int[] left = new int[rows.length];
    long rest = node;
    for (int i = left.length - 1; i >= 0; i--) {
      left[i] = (int) (rest & ((1L << bits) - 1));
      rest >>>= bits;
    }
    return left;
  }

  private void count(int more) {
    steps += more;
    if (steps > MOST_STEPS) {
      throw new TooMany();
    }
  }
}
