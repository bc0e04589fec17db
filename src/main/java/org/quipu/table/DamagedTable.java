package org.quipu.table;

import java.io.EOFException;
import java.io.IOException;

/** A table's file that is there, but not as it was written. */
public final class DamagedTable extends IOException {
  private static final long serialVersionUID = 1L;

  private final String spanish;

  private DamagedTable(Place place, Exception cause) {
    super(
        "Table %s is damaged: %s. jobs/quipu run makes it anew".formatted(place.table, place.path),
        cause);
    this.spanish =
        "La tabla %s está dañada: %s. jobs/quipu run la vuelve a producir"
            .formatted(place.table, place.path);
  }

  /** The sentence in Spanish. */
  public String spanish() {
    return spanish;
  }

  /** A table that is read, and where it lies. */
  record Place(String table, String path) {

    /** What a failure to read the table is to be thrown as. */
    IOException failed(Exception failure) {
      if (isDamage(failure)) {
        return new DamagedTable(this, failure);
      }
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      return (IOException) failure;
    }

    /**
     * Parquet's library meets bytes that it does not understand with exceptions of no kind in
     * particular. Those of file systems and networks are of kinds of their own.
     */
    private static boolean isDamage(Exception failure) {
      return failure instanceof RuntimeException
          ? !(failure instanceof TableException)
          : failure.getClass() == IOException.class || failure instanceof EOFException;
    }
  }
}
