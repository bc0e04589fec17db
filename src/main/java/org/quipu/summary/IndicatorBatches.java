package org.quipu.summary;

import java.util.Arrays;
import java.util.Set;
import org.quipu.quality.RowLayout;
import org.quipu.source.ParquetBatches;
import org.quipu.source.Split;

/**
 * Goal sums from batches: texts by their dictionary's numbers, targets and achievements as longs.
 */
final class IndicatorBatches implements BatchFold<GoalSums> {
  private final IndicatorReduction reduction;
  private final Set<String> missing;
  private final int facilityColumn;
  private final int periodColumn;
  private final int indicatorColumn;
  private final int targetColumn;
  private final int achievedColumn;
  private final MissingNumbers missingNumbers;
  private final long[] targets = new long[ParquetBatches.ROWS];
  private final long[] achieved = new long[ParquetBatches.ROWS];
  private GoalSums sums;
  private BatchTexts facilities;
  private BatchTexts periods;

  /** The goal period that each period of a key lies in. */
  private int[] goalPeriods = new int[64];

  private BatchTexts indicators;

  /** The keys of this part, and how those of the row before begin. */
  private KeyRuns.Stretch runs;

  private int lastFacility = -1;
  private int lastPeriod = -1;

  IndicatorBatches(IndicatorReduction reduction, RowLayout layout) {
    this.reduction = reduction;
    this.missing = layout.missing();
    this.missingNumbers = new MissingNumbers(missing);
    this.facilityColumn = field(layout, "facility_id");
    this.periodColumn = field(layout, "period");
    this.indicatorColumn = field(layout, "indicator_id");
    this.targetColumn = field(layout, "target");
    this.achievedColumn = field(layout, "achieved");
  }

  private static int field(RowLayout layout, String name) {
    return layout.fields()[layout.column(name)];
  }

  /** Whether the columns are of the kinds that batches can add. */
  boolean fits(ParquetBatches batches) {
    return batches.isText(facilityColumn)
        && batches.isText(periodColumn)
        && batches.isText(indicatorColumn)
        && !batches.isText(targetColumn)
        && !batches.isText(achievedColumn)
        && reduction.min() == null
        && reduction.max() == null;
  }

  @Override
  public void begin(GoalSums into, Split part) {
    begin(into);
    runs = into.begin(part);
  }

  @Override
  public int add(GoalSums into, ParquetBatches batch, Doubtful doubtful) {
    int[] facility = facilities.of(batch);
    int[] period = periods.of(batch);
    int[] indicator = indicators.of(batch);
    batch.unscaled(targetColumn, targets);
    batch.unscaled(achievedColumn, achieved);
    boolean targetNulls = batch.hasNull(targetColumn);
    boolean achievedNulls = batch.hasNull(achievedColumn);
    int targetScale = batch.scale(targetColumn);
    int achievedScale = batch.scale(achievedColumn);
    long[] missingTargets = missingNumbers.at(targetScale);
    long[] missingAchieved = missingNumbers.at(achievedScale);
    int rows = batch.rows();
    int added = 0;
    for (int row = 0; row < rows; row++) {
      boolean noTarget = targetNulls && batch.isNull(targetColumn, row);
      boolean noAchieved = achievedNulls && batch.isNull(achievedColumn, row);
      if ((facility[row] | period[row] | indicator[row]) < 0
          || (noTarget && !noAchieved)
          || MissingNumbers.isOne(targets[row], missingTargets)
          || MissingNumbers.isOne(achieved[row], missingAchieved)) {
        doubtful.accept(row);
        runs.run(row, KeyRuns.Stretch.ANY);
        lastFacility = -1;
        continue;
      }
      if (facility[row] != lastFacility || period[row] != lastPeriod) {
        lastFacility = facility[row];
        lastPeriod = period[row];
        runs.run(row, sums.keyBeginning(lastPeriod, lastFacility));
      }
      DecimalSums cell =
          sums.sums(goalPeriods[period[row]], period[row], facility[row], indicator[row]);
      if (!noTarget) {
        cell.add(2 * indicator[row], targets[row], targetScale);
      }
      if (!noAchieved) {
        cell.add(2 * indicator[row] + 1, achieved[row], achievedScale);
      }
      added++;
    }
    runs.pass(rows);
    return added;
  }

  @Override
  public void passOver(int rows) {
    runs.lose();
  }

  private void begin(GoalSums into) {
    sums = into;
    facilities =
        new BatchTexts(
            facilityColumn,
            text -> isPlain(text, reduction.knownFacilities()) ? into.facility(text) : -1);
    indicators =
        new BatchTexts(
            indicatorColumn,
            text -> isPlain(text, reduction.knownIndicators()) ? into.indicator(text) : -1);
    periods = new BatchTexts(periodColumn, text -> isPeriod(text) ? period(text) : -1);
  }

  private int period(String text) {
    int period = sums.keyPeriod(text);
    if (period >= goalPeriods.length) {
      goalPeriods = Arrays.copyOf(goalPeriods, Math.max(period + 1, goalPeriods.length * 2));
    }
    goalPeriods[period] = sums.goalPeriod(text);
    return period;
  }

  /** A code that stands in the reference needs no second look; without one, any trimmed text. */
  private boolean isPlain(String text, Set<String> known) {
    return known.isEmpty()
        ? !text.isEmpty() && text.equals(text.strip()) && !missing.contains(text)
        : known.contains(text) && !missing.contains(text);
  }

  private static boolean isPeriod(String text) {
    return text.matches("\\d{4}(-(0[1-9]|1[0-2]))?");
  }
}
