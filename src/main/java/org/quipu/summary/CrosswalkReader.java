package org.quipu.summary;

import java.io.IOException;
import java.util.regex.Pattern;
import org.quipu.quality.RowLayout;
import org.quipu.registry.Crosswalk;
import org.quipu.source.RecordReader;
import org.quipu.source.TextRecord;

/**
 * Records with the codes of facilities that the registry has today. Whatever comes after, rules,
 * keys and sums alike, sees those; what is kept of a row as text is what the file says.
 */
final class CrosswalkReader implements RecordReader {
  private static final Pattern PERIOD = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-\\d{2}.*)?)?");
  private static final int MONTH = 7;

  private final RecordReader records;
  private final Crosswalk crosswalk;
  private final int facility;
  private final int period;

  private CrosswalkReader(RecordReader records, Crosswalk crosswalk, int facility, int period) {
    this.records = records;
    this.crosswalk = crosswalk;
    this.facility = facility;
    this.period = period;
  }

  /**
   * @param periodColumn canonical column with a period, or a text that may be one
   */
  static RecordReader of(
      RecordReader records, Crosswalk crosswalk, RowLayout layout, String periodColumn) {
    int facility = layout.fields()[layout.column("facility_id")];
    int period = layout.fields()[layout.column(periodColumn)];
    return crosswalk.isEmpty() || facility < 0
        ? records
        : new CrosswalkReader(records, crosswalk, facility, period);
  }

  @Override
  public TextRecord next() throws IOException {
    TextRecord record = records.next();
    if (record == null || record.defect() != null || record.width() <= Math.max(facility, period)) {
      return record;
    }
    String code = record.text(facility).strip();
    String current = crosswalk.current(code, period < 0 ? null : period(record.text(period)));
    return current.equals(code) ? record : replaced(record, current);
  }

  private TextRecord replaced(TextRecord record, String current) {
    // How it is written down is said below.
    TextRecord.Kept kept = record.keep(',').asFields();
    kept.texts()[facility] = current;
    TextRecord replaced = kept.record();
    replaced.writtenBy(record::raw);
    if (!record.isInScope()) {
      replaced.leaveOut();
    }
    return replaced;
  }

  private static String period(String text) {
    String period = text.strip();
    return PERIOD.matcher(period).matches()
        ? period.substring(0, Math.min(MONTH, period.length()))
        : null;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
