package org.quipu.quality;

import java.io.Serializable;

/** Book-keeping of rows: {@code read = accepted + quarantined + duplicates}, always. */
public record Counts(long read, long accepted, long quarantined, long duplicates)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Counts NONE = new Counts(0, 0, 0, 0);

  public Counts {
    if (read != accepted + quarantined + duplicates) {
      throw new IllegalStateException(
          "rows do not add up: read "
              + read
              + ", accepted "
              + accepted
              + ", quarantined "
              + quarantined
              + ", duplicates "
              + duplicates);
    }
  }

  public Counts plus(Counts other) {
    return new Counts(
        read + other.read,
        accepted + other.accepted,
        quarantined + other.quarantined,
        duplicates + other.duplicates);
  }

  /** Rows that were taken as accepted turn out to be in quarantine. */
  public Counts acceptedToQuarantined(long rows) {
    return new Counts(read, accepted - rows, quarantined + rows, duplicates);
  }

  /** Rows that were taken as accepted turn out to be duplicates. */
  public Counts acceptedToDuplicates(long rows) {
    return new Counts(read, accepted - rows, quarantined, duplicates + rows);
  }
}
