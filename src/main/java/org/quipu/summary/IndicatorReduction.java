package org.quipu.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quipu.config.QuotedTexts;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.quality.Rules;
import org.quipu.registry.Crosswalk;
import org.quipu.source.ContractColumn;
import org.quipu.source.ParquetBatches;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;

/**
 * Reduces facility indicators to sums per facility, goal period and indicator.
 *
 * @param yearly whether the months of a year are summed
 * @param knownFacilities ids of the registry; empty: any
 * @param knownIndicators ids of the catalog; empty: any
 * @param min the least sensible target or achievement; null: none
 * @param max the greatest sensible target or achievement; null: none
 * @param crosswalk codes that were replaced
 */
public record IndicatorReduction(
    boolean yearly,
    Set<String> knownFacilities,
    Set<String> knownIndicators,
    BigDecimal min,
    BigDecimal max,
    Crosswalk crosswalk)
    implements Reduction<GoalSums> {
  private static final long serialVersionUID = 1L;

  /**
   * Days after the end of a period by which it is to be reported: a month, as for monthly reports.
   */
  private static final int DAYS_TO_REPORT = 31;

  /** Where no code was replaced. */
  public IndicatorReduction(
      boolean yearly,
      Set<String> knownFacilities,
      Set<String> knownIndicators,
      BigDecimal min,
      BigDecimal max) {
    this(yearly, knownFacilities, knownIndicators, min, max, Crosswalk.none());
  }

  @Override
  public RecordReader current(RecordReader records, RowLayout layout) {
    return CrosswalkReader.of(records, crosswalk, layout, "period");
  }

  @Override
  public SourceContract contract() {
    return SourceContract.FACILITY_INDICATOR;
  }

  @Override
  public List<ContractColumn> furtherColumns() {
    return List.of();
  }

  @Override
  public List<Rule> rules(RowLayout layout) {
    List<Rule> rules = new ArrayList<>();
    if (!knownFacilities.isEmpty()) {
      rules.add(
          Rules.known(
              layout, "facility_known", knownFacilities, "facility-registry", "facility_id"));
    }
    if (!knownIndicators.isEmpty()) {
      rules.add(
          Rules.known(
              layout, "indicator_known", knownIndicators, "indicator-catalog", "indicator_id"));
    }
    rules.add(Rules.givenWith(layout, "achieved", "target"));
    if (layout.has("reported_on")) {
      rules.add(Rules.timely(layout, DAYS_TO_REPORT));
    }
    if (min != null || max != null) {
      rules.add(Rules.range(layout, "target", min, max));
      rules.add(Rules.range(layout, "achieved", min, max));
    }
    return rules;
  }

  @Override
  public String fingerprint() {
    return String.join(
        "\n",
        "goals",
        crosswalk.fingerprint(),
        String.valueOf(yearly),
        String.valueOf(min),
        String.valueOf(max),
        QuotedTexts.sorted(knownFacilities),
        QuotedTexts.sorted(knownIndicators));
  }

  @Override
  public GoalSums empty() {
    return new GoalSums(yearly);
  }

  @Override
  public Fold<GoalSums> fold(RowLayout layout, String file) {
    GoalSums.Columns columns =
        new GoalSums.Columns(
            layout.column("facility_id"),
            layout.column("period"),
            layout.column("indicator_id"),
            layout.column("target"),
            layout.column("achieved"));
    return (sums, row) -> sums.add(row, columns);
  }

  @Override
  public Optional<BatchFold<GoalSums>> batchFold(RowLayout layout, ParquetBatches batches) {
    IndicatorBatches fold = new IndicatorBatches(this, layout);
    return fold.fits(batches) && !layout.has("reported_on") && crosswalk.isEmpty()
        ? Optional.of(fold)
        : Optional.empty();
  }

  @Override
  public Optional<BatchKeys> batchKeys(RowLayout layout, ParquetBatches batches) {
    for (int column : keyColumns(layout)) {
      if (!batches.isText(layout.fields()[column])) {
        return Optional.empty();
      }
    }
    return crosswalk.isEmpty() ? Optional.of(new IndicatorBatchKeys(layout)) : Optional.empty();
  }

  @Override
  public long keyHash(RowView row, int[] keyColumns) {
    long[] parts = new long[keyColumns.length];
    for (int part = 0; part < parts.length; part++) {
      int column = keyColumns[part];
      parts[part] = KeyHash.of(row.record().chars(), row.start(column), row.end(column));
    }
    return IndicatorKeys.hash(IndicatorKeys.beginning(parts[0], parts[1]), parts[2]);
  }

  @Override
  public int[] keyColumns(RowLayout layout) {
    return new int[] {
      layout.column("facility_id"), layout.column("period"), layout.column("indicator_id")
    };
  }
}
