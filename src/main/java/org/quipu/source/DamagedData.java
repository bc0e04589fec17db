package org.quipu.source;

import java.io.IOException;

/**
 * The bytes of a file stop making sense at some place: a gzip that was cut off, a zip with a wrong
 * checksum. What was read up to there is good. Unlike a disk or network that fails, trying again
 * does not help.
 */
final class DamagedData extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient Defect defect;

  DamagedData(Defect defect, IOException cause) {
    super(defect.en(), cause);
    this.defect = defect;
  }

  Defect defect() {
    return defect;
  }
}
