package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chi-square of a table whose observations come in clusters, with Rao and Scott's second-order
 * correction: Pearson's chi-square over the trace of the design effects of the interactions, as F
 * with d and d (clusters − 1) degrees of freedom, d the trace squared over the trace of the
 * squares. As the R package survey's {@code svychisq} with its defaults. J. N. K. Rao, A. J. Scott,
 * Annals of Statistics 12 (1984) 46–60, https://doi.org/10.1214/aos/1176346391.
 *
 * <ul>
 *   <li>a group without observations, or fewer than 2 clusters: {@code too_few}
 *   <li>all in one category: {@code no_variance}
 *   <li>clusters that all show the same shares: {@code no_variance}
 *   <li>so many empty cells that not all interactions can be told: {@code not_computable}
 *   <li>categories that nobody is in are left out
 *   <li>the order of clusters changes no bit
 * </ul>
 *
 * The method is {@code rao_scott}, its effect {@code design_effect}, the mean of the design
 * effects.
 */
public final class RaoScott {
  private static final String METHOD = "rao_scott";
  private static final MathContext DIGITS = new MathContext(60);

  private RaoScott() {}

  /**
   * The test.
   *
   * @param clusters for each cluster its table, groups as rows and categories as columns, all of
   *     one shape
   */
  public static TestResult test(List<long[][]> clusters) {
    List<long[][]> filled =
        clusters.stream()
            .filter(c -> Arrays.stream(c).flatMapToLong(Arrays::stream).anyMatch(x -> x > 0))
            .toList();
    if (filled.size() < 2) {
      Reason few =
          Undefined.tooFew("conglomerados con datos", "clusters with data", filled.size(), 2);
      return TestResult.undefined(METHOD, 0, 0, few);
    }
    long[][] sum = sum(filled);
    CountTable table = CountTable.of(sum);
    Reason problem = table.problem();
    if (problem != null) {
      return TestResult.undefined(METHOD, table.n(), table.rows().length, problem);
    }
    int[] used =
        IntStream.range(0, sum[0].length)
            .filter(j -> Arrays.stream(sum).anyMatch(row -> row[j] > 0))
            .toArray();
    BigDecimal[][] effects = designEffects(filled, table, used);
    if (effects == null) {
      Reason empty =
          Undefined.notComputable(
              "Demasiadas celdas vacías: no se distinguen todas las interacciones.",
              "Too many cells are empty to tell all interactions apart.");
      return TestResult.undefined(METHOD, table.n(), table.rows().length, empty);
    }
    BigDecimal trace = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int a = 0; a < effects.length; a++) {
      trace = trace.add(effects[a][a]);
      for (int b = 0; b < effects.length; b++) {
        squares = squares.add(effects[a][b].multiply(effects[b][a]));
      }
    }
    if (trace.signum() <= 0 || squares.signum() <= 0) {
      Reason alike =
          Undefined.noVariance(
              "Los conglomerados no difieren entre sí.", "The clusters do not differ.");
      return TestResult.undefined(METHOD, table.n(), table.rows().length, alike);
    }
    double f = Contingency.chiSquare(sum, Confidence.USUAL).statistic() / trace.doubleValue();
    double df1 = trace.multiply(trace).divide(squares, DIGITS).doubleValue();
    double df2 = df1 * (filled.size() - 1);
    return new TestResult(
        METHOD,
        table.n(),
        table.rows().length,
        f,
        df1,
        df2,
        Tails.fUpper(f, df1, df2),
        "design_effect",
        trace.doubleValue() / table.df(),
        null,
        null,
        null);
  }

  private static long[][] sum(List<long[][]> clusters) {
    long[][] sum = new long[clusters.get(0).length][clusters.get(0)[0].length];
    for (long[][] cluster : clusters) {
      for (int i = 0; i < sum.length; i++) {
        if (cluster.length != sum.length || cluster[i].length != sum[i].length) {
          throw new IllegalArgumentException(
              "tables of clusters need one shape, " + sum.length + " by " + sum[i].length);
        }
        for (int j = 0; j < sum[i].length; j++) {
          sum[i][j] = Math.addExact(sum[i][j], cluster[i][j]);
        }
      }
    }
    return sum;
  }

  /**
   * (C′ D⁻¹ C/n)⁻¹ (C′ D⁻¹ V D⁻¹ C), with C spanning the interactions and D the shares of cells;
   * null where the former has no inverse.
   */
  private static BigDecimal[][] designEffects(
      List<long[][]> clusters, CountTable table, int[] used) {
    int df = table.df();
    BigDecimal[][] simple = zeros(df);
    BigDecimal[][] inverse = inverseCounts(table);
    for (int a = 0; a < df; a++) {
      for (int b = 0; b < df; b++) {
        for (int i = 0; i < table.rows().length; i++) {
          for (int j = 0; j < used.length; j++) {
            int sign = contrast(table, a, i, j) * contrast(table, b, i, j);
            simple[a][b] = simple[a][b].add(inverse[i][j].multiply(BigDecimal.valueOf(sign)));
          }
        }
      }
    }
    BigDecimal[][] clustered = zeros(df);
    for (long[][] cluster : clusters) {
      BigDecimal[] score = score(cluster, table, used, inverse);
      for (int a = 0; a < df; a++) {
        for (int b = 0; b < df; b++) {
          clustered[a][b] = clustered[a][b].add(score[a].multiply(score[b]));
        }
      }
    }
    // V carries clusters/(clusters − 1); both sides are in units of 1/n.
    BigDecimal factor =
        BigDecimal.valueOf(clusters.size())
            .divide(BigDecimal.valueOf(clusters.size() - 1L), DIGITS);
    for (BigDecimal[] row : clustered) {
      Arrays.setAll(row, b -> row[b].multiply(factor));
    }
    return Elimination.solve(simple, clustered);
  }

  /** For each contrast, Σ over cells of (count − share of the cell · all)/count of the cell. */
  private static BigDecimal[] score(
      long[][] cluster, CountTable table, int[] used, BigDecimal[][] inverse) {
    BigDecimal n = BigDecimal.valueOf(table.n());
    BigDecimal all = BigDecimal.valueOf(Arrays.stream(cluster).flatMapToLong(Arrays::stream).sum());
    BigDecimal[] score = new BigDecimal[table.df()];
    Arrays.fill(score, BigDecimal.ZERO);
    for (int i = 0; i < table.rows().length; i++) {
      for (int j = 0; j < used.length; j++) {
        BigDecimal excess =
            BigDecimal.valueOf(cluster[i][used[j]])
                .multiply(n)
                .subtract(BigDecimal.valueOf(table.cells()[i][j]).multiply(all))
                .multiply(inverse[i][j])
                .divide(n, DIGITS);
        for (int a = 0; a < score.length; a++) {
          score[a] = score[a].add(excess.multiply(BigDecimal.valueOf(contrast(table, a, i, j))));
        }
      }
    }
    return score;
  }

  /** 1/count of each cell; 0 for an empty one, as survey has it. */
  private static BigDecimal[][] inverseCounts(CountTable table) {
    BigDecimal[][] inverse = new BigDecimal[table.rows().length][table.columns().length];
    for (int i = 0; i < inverse.length; i++) {
      for (int j = 0; j < inverse[i].length; j++) {
        long count = table.cells()[i][j];
        inverse[i][j] =
            count == 0 ? BigDecimal.ZERO : BigDecimal.ONE.divide(BigDecimal.valueOf(count), DIGITS);
      }
    }
    return inverse;
  }

  /** Contrast a sets a row against the last row, in a column against the last column. */
  private static int contrast(CountTable table, int a, int i, int j) {
    int columns = table.columns().length - 1;
    return side(i, a / columns, table.rows().length - 1) * side(j, a % columns, columns);
  }

  private static int side(int at, int chosen, int last) {
    if (at == chosen) {
      return 1;
    }
    return at == last ? -1 : 0;
  }

  private static BigDecimal[][] zeros(int size) {
    BigDecimal[][] zeros = new BigDecimal[size][size];
    for (BigDecimal[] row : zeros) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    return zeros;
  }
}
