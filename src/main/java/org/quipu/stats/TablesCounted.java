package org.quipu.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All tables with given margins, counted column by column. Columns filled so far matter to the rest
 * only by the row totals they leave (a node) and by the product of their factorials, so tables that
 * agree in both go on as one; and a partial table is done with as soon as all its completions are
 * likely enough, or none is. C. R. Mehta, N. R. Patel, "A network algorithm for performing Fisher's
 * exact test in r×c contingency tables", JASA 78 (1983) 427–434,
 * https://doi.org/10.1080/01621459.1983.10477989.
 */
final class TablesCounted {
  /** Beyond so many steps, counting is given up; that takes some seconds. */
  private static final long MOST_STEPS = 10_000_000L;

  /** Nor is it begun beyond so many observations. */
  private static final int MOST_OBSERVATIONS = 5_000;

  /** Logarithms of products that agree to 1e-9 are taken as equal. */
  private static final double RESOLUTION = 1e9;

  /** Row totals still to be filled, in ascending order. */
  private record Node(int hash, int[] rows) implements Comparable<Node> {
    static Node of(int[] rows) {
      int[] sorted = rows.clone();
      // Insertion: there are few rows, and nearly in order.
      for (int i = 1; i < sorted.length; i++) {
        int row = sorted[i];
        int j = i;
        for (; j > 0 && sorted[j - 1] > row; j--) {
          sorted[j] = sorted[j - 1];
        }
        sorted[j] = row;
      }
      return new Node(Arrays.hashCode(sorted), sorted);
    }

    @Override
    public int compareTo(Node that) {
      return Arrays.compare(rows, that.rows);
    }

    @Override
    public boolean equals(Object that) {
      return that instanceof Node node && Arrays.equals(rows, node.rows);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** The least and the greatest Σ ln n! of what completes a node. */
  private record Range(double least, double greatest) {}

  /** One way to fill a column: the node it leads to, and its Σ ln n!. */
  private record Step(Node to, double logFactorials) {}

  /** So many partial tables with this Σ ln n!. */
  private record Partial(double logFactorials, double ways) {}

  /** Counting would take too long. */
  private static final class TooMany extends RuntimeException {
    TooMany() {
      super("more than " + MOST_STEPS + " steps", null, false, false);
    }
  }

  private final int[] rows;
  private final int[] columns;
  private final int n;
  private final double[] logFactorials;
  private final double least;
  private final List<Map<Node, Range>> ranges = new ArrayList<>();
  private long steps;
  private double share;

  private TablesCounted(CountTable table, double least) {
    boolean turn = table.rows().length > table.columns().length;
    rows = ascending(turn ? table.columns() : table.rows());
    columns = ascending(turn ? table.rows() : table.columns());
    n = (int) table.n();
    this.least = least;
    logFactorials = new double[n + 1];
    Arrays.setAll(logFactorials, FisherTable::logFactorial);
    Arrays.stream(columns).forEach(column -> ranges.add(new HashMap<>()));
  }

  private static int[] ascending(long[] totals) {
    return Arrays.stream(totals).mapToInt(Math::toIntExact).sorted().toArray();
  }

  /** The probability of tables with Σ ln n! of at least this; null where there are too many. */
  static Double share(CountTable table, double least) {
    if (table.n() > MOST_OBSERVATIONS) {
      return null;
    }
    try {
      return new TablesCounted(table, least).share();
    } catch (TooMany tooMany) {
      return null;
    }
  }

  private double share() {
    // Columns are filled from the largest to the smallest; the last is what is left over.
    Map<Node, Map<Long, Partial>> partials = new TreeMap<>();
    partials.put(Node.of(rows), Map.of(0L, new Partial(0, 1)));
    for (int column = columns.length - 1; column > 0; column--) {
      Map<Node, Map<Long, Partial>> next = new TreeMap<>();
      int filled = column;
      partials.forEach(
          (node, products) ->
              eachStep(
                  node,
                  filled,
                  step ->
                      products
                          .values()
                          .forEach(partial -> follow(partial, step, filled - 1, next))));
      partials = next;
    }
    return share;
  }

  private void follow(
      Partial partial, Step step, int columnsLeft, Map<Node, Map<Long, Partial>> next) {
    count();
    double sum = partial.logFactorials() + step.logFactorials();
    Range rest = range(step.to(), columnsLeft);
    if (sum + rest.greatest() < least) {
      return;
    }
    if (sum + rest.least() >= least) {
      share += partial.ways() * Math.exp(logWhole() - sum - logAll(step.to(), columnsLeft));
      return;
    }
    next.computeIfAbsent(step.to(), node -> new TreeMap<>())
        .merge(
            Math.round(sum * RESOLUTION),
            new Partial(sum, partial.ways()),
            (a, b) -> new Partial(a.logFactorials(), a.ways() + b.ways()));
  }

  /** Minus the logarithm of Σ Π 1/n! over all completions of a node, which is N!/(Π r! Π c!). */
  private double logAll(Node node, int columnsLeft) {
    double sum = 0;
    int left = 0;
    for (int row : node.rows()) {
      sum += logFactorials[row];
      left += row;
    }
    for (int column = 0; column <= columnsLeft; column++) {
      sum += logFactorials[columns[column]];
    }
    return sum - logFactorials[left];
  }

  /** The logarithm of Π r! Π c!/n!, by which Π 1/n! becomes a probability. */
  private double logWhole() {
    return logAll(Node.of(rows), columns.length - 1);
  }

  private Range range(Node node, int columnsLeft) {
    Range known = ranges.get(columnsLeft).get(node);
    if (known == null) {
      known = columnsLeft == 0 ? last(node) : searched(node, columnsLeft);
      ranges.get(columnsLeft).put(node, known);
    }
    return known;
  }

  private Range last(Node node) {
    double sum = Arrays.stream(node.rows()).mapToDouble(row -> logFactorials[row]).sum();
    return new Range(sum, sum);
  }

  private Range searched(Node node, int columnsLeft) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    eachStep(
        node,
        columnsLeft,
        step -> {
          Range rest = range(step.to(), columnsLeft - 1);
          range[0] = Math.min(range[0], step.logFactorials() + rest.least());
          range[1] = Math.max(range[1], step.logFactorials() + rest.greatest());
        });
    // A hair wider, so that rounding never decides.
    return new Range(range[0] - 1e-11, range[1] + 1e-11);
  }

  private void eachStep(Node node, int column, Consumer<Step> consumer) {
    fill(node.rows().clone(), 0, columns[column], 0, consumer);
  }

  /** Deals what a column holds to the rows from {@code row} on, in every way. */
  private void fill(int[] left, int row, int toDeal, double sum, Consumer<Step> consumer) {
    if (row == left.length - 1) {
      count();
      left[row] -= toDeal;
      consumer.accept(new Step(Node.of(left), sum + logFactorials[toDeal]));
      left[row] += toDeal;
      return;
    }
    int rest = 0;
    for (int i = row + 1; i < left.length; i++) {
      rest += left[i];
    }
    int whole = left[row];
    for (int dealt = Math.max(0, toDeal - rest); dealt <= Math.min(whole, toDeal); dealt++) {
      left[row] = whole - dealt;
      fill(left, row + 1, toDeal - dealt, sum + logFactorials[dealt], consumer);
    }
    left[row] = whole;
  }

  private void count() {
    if (++steps > MOST_STEPS) {
      throw new TooMany();
    }
  }
}
