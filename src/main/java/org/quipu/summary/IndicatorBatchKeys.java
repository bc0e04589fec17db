package org.quipu.summary;

import org.quipu.quality.RowLayout;
import org.quipu.source.ParquetBatches;

/** Finds indicator rows by column: the parts of a key are hashed once a text. */
final class IndicatorBatchKeys implements BatchKeys {
  private final HashedTexts facilities;
  private final HashedTexts periods;
  private final HashedTexts indicators;

  IndicatorBatchKeys(RowLayout layout) {
    facilities = texts(layout, "facility_id");
    periods = texts(layout, "period");
    indicators = texts(layout, "indicator_id");
  }

  private static HashedTexts texts(RowLayout layout, String column) {
    return new HashedTexts(layout.fields()[layout.column(column)], KeyHash::of);
  }

  @Override
  public void find(ParquetBatches batch, WantedKeys wanted, BatchFold.Doubtful found) {
    int[] facility = facilities.of(batch);
    int[] period = periods.of(batch);
    int[] indicator = indicators.of(batch);
    int rows = batch.rows();
    int lastFacility = -1;
    int lastPeriod = -1;
    long ofBoth = 0;
    for (int row = 0; row < rows; row++) {
      if ((facility[row] | period[row] | indicator[row]) < 0) {
        // What has spaces around it, or is no key at all, is looked at on its own.
        found.accept(row);
        continue;
      }
      // Rows of a facility and period mostly stand together.
      if (facility[row] != lastFacility || period[row] != lastPeriod) {
        lastFacility = facility[row];
        lastPeriod = period[row];
        ofBoth = IndicatorKeys.beginning(facilities.hash(lastFacility), periods.hash(lastPeriod));
      }
      if (wanted.contains(IndicatorKeys.hash(ofBoth, indicators.hash(indicator[row])))) {
        found.accept(row);
      }
    }
  }
}
