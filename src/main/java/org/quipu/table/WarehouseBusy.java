package org.quipu.table;

import java.io.IOException;

/** Another run holds the warehouse. */
public final class WarehouseBusy extends IOException {
  private static final long serialVersionUID = 1L;

  private final String spanish;

  /**
   * @param lock the file that is locked
   * @param holder the run that holds it, as it signed the file
   * @param advice what to do when that run is no longer alive; empty where the lock ends with it
   */
  WarehouseBusy(String lock, String holder, Text advice) {
    super("Another run holds the warehouse (%s): %s%s".formatted(holder, lock, advice.en()));
    this.spanish = "Otra corrida ocupa el almacén (%s): %s%s".formatted(holder, lock, advice.es());
  }

  private WarehouseBusy(Text sentence) {
    super(sentence.en());
    this.spanish = sentence.es();
  }

  /** The run that finds that its own lock was deleted, and perhaps locked by another. */
  static WarehouseBusy lost(String lock) {
    return new WarehouseBusy(
        new Text(
            "The lock %s was deleted or moved while this run held it, so another run may hold the warehouse. This one published nothing; run again"
                .formatted(lock),
            "El candado %s fue borrado o movido mientras esta corrida lo tenía, así que otra puede ocupar el almacén. Esta no publicó nada; vuelva a ejecutar"
                .formatted(lock)));
  }

  /** The sentence in Spanish. */
  public String spanish() {
    return spanish;
  }
}
