package org.quipu.summary;

import org.quipu.quality.RowLayout;
import org.quipu.quality.SipHash;
import org.quipu.source.ParquetBatches;

/** Finds respondents by column. */
final class SurveyBatchKeys implements BatchKeys {
  private final SipHash keyed;
  private final int respondent;
  private final HashedTexts waves;
  private final char[] id = new char[SurveyBatches.LONGEST_ID];

  SurveyBatchKeys(SurveyReduction reduction, RowLayout layout) {
    keyed = reduction.pseudonyms().hash();
    respondent = layout.fields()[layout.column("respondent_id")];
    waves =
        layout.has("wave")
            ? new HashedTexts(layout.fields()[layout.column("wave")], keyed::of)
            : null;
  }

  @Override
  public void find(ParquetBatches batch, WantedKeys wanted, BatchFold.Doubtful found) {
    int[] wave = waves == null ? null : waves.of(batch);
    int rows = batch.rows();
    for (int row = 0; row < rows; row++) {
      int length = batch.isNull(respondent, row) ? 0 : batch.ascii(respondent, row, id);
      boolean plain = length > 0 && id[0] > ' ' && id[length - 1] > ' ';
      if (!plain || (wave != null && wave[row] < 0)) {
        found.accept(row);
        continue;
      }
      long hash = KeyHash.joined(0, keyed.of(id, 0, length));
      if (wanted.contains(wave == null ? hash : KeyHash.joined(hash, waves.hash(wave[row])))) {
        found.accept(row);
      }
    }
  }
}
