package org.quipu.quality;

import java.io.Serializable;
import java.util.Set;
import org.quipu.source.TextRecord;

/**
 * What of the rows of one file may be kept or shown: pseudonyms for respondents, nothing of columns
 * with direct identifiers.
 *
 * @param pseudonyms what respondents are called
 * @param conceals whether anything is concealed at all; if not, rows are kept as they were written
 * @param respondent the field with the respondent's id; −1 where there is none
 * @param hidden fields of which nothing is kept
 * @param separator between fields of a row that is written down
 * @param missing texts that mean "no value"
 */
public record Disclosure(
    Pseudonyms pseudonyms,
    boolean conceals,
    int respondent,
    boolean[] hidden,
    char separator,
    Set<String> missing)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Longest number that tells nobody's telephone or identity card. */
  private static final int SHORT_NUMBER = 4;

  /** A row as it may be shown. */
  public String raw(TextRecord record) {
    return conceals ? shown(keep(record)) : record.raw(separator);
  }

  /** A row as it may be kept. */
  public TextRecord.Kept keep(TextRecord record) {
    TextRecord.Kept kept = record.keep(separator);
    if (conceals) {
      // The row as it was written holds what is concealed in its fields.
      kept = kept.asFields();
      String[] texts = kept.texts();
      boolean aligned = record.defect() == null && texts.length == hidden.length;
      for (int field = 0; field < texts.length; field++) {
        texts[field] = aligned ? field(texts[field], field) : unaligned(texts[field]);
      }
    }
    return kept;
  }

  /** A row that was kept, as it may be shown. */
  public String shown(TextRecord.Kept kept) {
    return pseudonyms.shown(kept.record().raw(separator));
  }

  private String field(String text, int field) {
    String value = text.strip();
    if (value.isEmpty() || missing.contains(value)) {
      return text;
    }
    if (field == respondent) {
      return pseudonyms.of(value);
    }
    return hidden[field] ? Pseudonyms.HIDDEN : text;
  }

  /** In a row that is out of step with the header any field may be a name or a telephone. */
  private static String unaligned(String text) {
    String value = text.strip();
    boolean harmless =
        value.length() <= SHORT_NUMBER
            && value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    return harmless ? text : Pseudonyms.HIDDEN;
  }
}
