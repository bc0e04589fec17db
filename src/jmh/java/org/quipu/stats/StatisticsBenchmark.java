package org.quipu.stats;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the statistics that loop cost, each over sizes ten times apart, so that a cost that grows
 * faster than it should shows.
 *
 * <p>{@code mvn -B -Pbenchmark test-compile exec:exec}; its regular expression of names is the
 * property {@code benchmark}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StatisticsBenchmark {
  private static final long SEED = 20240827;

  /** Pairs with ties, as attainment against a score has them. */
  @State(Scope.Benchmark)
  public static class Pairs {
    @Param({"100", "1000", "10000"})
    int n;

    double[] x;
    double[] y;

    @Setup
    public void draw() {
      Random random = new Random(SEED);
      x = random.doubles(n).map(value -> Math.rint(100 * value)).toArray();
      y = random.doubles(n).toArray();
    }
  }

  /** Two groups of a million answers each, in tables of few or many distinct values. */
  @State(Scope.Benchmark)
  public static class Groups {
    @Param({"5", "500", "50000"})
    int distinct;

    FrequencyTable first;
    FrequencyTable second;

    @Setup
    public void draw() {
      Random random = new Random(SEED);
      first = table(random);
      second = table(random);
    }

    private FrequencyTable table(Random random) {
      double[] values = new double[distinct];
      long[] counts = new long[distinct];
      for (int i = 0; i < distinct; i++) {
        values[i] = i;
        counts[i] = 1 + random.nextInt(2_000_000 / distinct);
      }
      return FrequencyTable.of(values, counts);
    }
  }

  /** Tables of 2 × 2 and 3 × 4 counts; beyond the reach of an exact test tables are drawn. */
  @State(Scope.Benchmark)
  public static class Counts {
    @Param({"1", "10", "100"})
    int times;

    long[][] fourfold;
    long[][] larger;

    @Setup
    public void fill() {
      fourfold = new long[][] {{45L * times, 12L * times}, {30L * times, 28L * times}};
      long t = times;
      larger =
          new long[][] {
            {3 * t, t, 4 * t, 2 * t}, {t, 5 * t, 2 * t, 3 * t}, {2 * t, 2 * t, 6 * t, t}
          };
    }
  }

  /** Groups compared with each other; a range is made anew, as for the first pair of a post hoc. */
  @State(Scope.Benchmark)
  public static class Ranges {
    @Param({"3", "25"})
    int groups;

    @Param({"9", "1497"})
    double df;
  }

  @Benchmark
  public Correlation kendall(Pairs pairs) {
    return Correlations.kendall(pairs.x, pairs.y);
  }

  @Benchmark
  public TestResult mannWhitney(Groups groups) {
    return MannWhitney.test(groups.first, groups.second);
  }

  @Benchmark
  public TestResult fisherTwoByTwo(Counts counts) {
    return Fisher.test(counts.fourfold);
  }

  @Benchmark
  public FisherTable fisherLarger(Counts counts) {
    return FisherTable.of(counts.larger, 9999, SEED);
  }

  @Benchmark
  public double studentizedRange(Ranges ranges) {
    return new StudentizedRange(NormalRange.of(ranges.groups), ranges.df).upper(3.5);
  }
}
