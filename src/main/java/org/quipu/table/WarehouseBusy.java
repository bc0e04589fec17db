package org.quipu.table;

import java.io.IOException;

/** Another run holds the warehouse. */
public final class WarehouseBusy extends IOException {
  private static final long serialVersionUID = 1L;

  WarehouseBusy(String lock, String holder) {
    super("another run (%s) holds the warehouse: %s".formatted(holder, lock));
  }
}
