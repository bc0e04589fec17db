package org.quipu.quality;

import java.io.Serializable;

/**
 * A row that was not accepted, kept whole.
 *
 * @param source the input
 * @param file path of the file
 * @param line the line that the row starts on
 * @param raw the row as it was written
 * @param rule the first rule that it broke
 * @param reason why, with column, value and what is allowed
 */
public record Quarantined(
    String source, String file, long line, String raw, String rule, Sentence reason)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The same row of a file that now lies elsewhere. */
  Quarantined at(String newFile) {
    return new Quarantined(source, newFile, line, raw, rule, reason);
  }
}
