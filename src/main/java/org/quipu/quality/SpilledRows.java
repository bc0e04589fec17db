package org.quipu.quality;

import java.io.Serializable;

/**
 * Rows in quarantine that lie on disk, by line.
 *
 * @param name of their file in the {@link QuarantineFolder}
 * @param source the input
 * @param file path of the file that the rows stand in, as it is called now
 * @param firstLine the first line
 * @param rows how many there are
 */
public record SpilledRows(String name, String source, String file, long firstLine, long rows)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The same rows of a file that now lies elsewhere. */
  SpilledRows at(String newFile) {
    return new SpilledRows(name, source, newFile, firstLine, rows);
  }
}
