package org.quipu.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * {@code context-indicator.csv}: infant deaths per 1,000 live births by DIRESA. The unweighted
 * means of the groups are the published ones (A11). Period 1995 stands for the published "before
 * 1996", 2007 for "2007–2008".
 */
final class ContextIndicator {
  /**
   * One published period.
   *
   * @param means of the group with this index; index 0: DIRESAs that did not respond
   * @param spread how far DIRESAs depart from the mean
   */
  private record Period(String name, double[] means, double spread) {}

  private static final List<Period> PERIODS =
      List.of(
          new Period("1995", new double[] {53, 51, 54}, 18),
          new Period("2007", new double[] {25, 27, 24}, 10),
          new Period("2014", new double[] {19, 21, 17}, 9));

  private record Value(String diresaId, String period, BigDecimal value) {}

  private ContextIndicator() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader("context-indicator.csv", "diresa_id", "period", "indicator_id", "value");
    values().stream()
        .sorted(Comparator.comparing(Value::diresaId).thenComparing(Value::period))
        .forEach(v -> file.add(v.diresaId, v.period, "infant_mortality", v.value));
    file.plant(12, "D04", "2010", "infant_mortality", "n/d");
    file.plant(30, "D99", "2007", "infant_mortality", "23.4");
    file.plantCopy(45, 46);
    return file;
  }

  /** Values whose departures from the mean sum to 0 within each group. */
  private static List<Value> values() {
    Random random = new Random(1996);
    List<Value> values = new ArrayList<>();
    for (int group = 0; group <= 2; group++) {
      List<Diresa> diresas = Diresa.ofGroup(group);
      double[] departures = centred(random.doubles(diresas.size()).toArray());
      for (Period period : PERIODS) {
        BigDecimal left = BigDecimal.valueOf(period.means[group] * diresas.size());
        for (int d = 0; d < diresas.size(); d++) {
          double value = period.means[group] + 2 * period.spread * departures[d];
          boolean last = d == diresas.size() - 1;
          BigDecimal rounded =
              last ? left : BigDecimal.valueOf(Math.round(value * 10)).movePointLeft(1);
          left = left.subtract(rounded);
          values.add(new Value(diresas.get(d).id(), period.name, rounded.setScale(1)));
        }
      }
    }
    return values;
  }

  private static double[] centred(double[] draws) {
    double mean = DoubleStream.of(draws).average().orElse(0);
    return DoubleStream.of(draws).map(x -> x - mean).toArray();
  }
}
