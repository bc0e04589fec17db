package org.quipu.table.row;

import org.quipu.table.Column;

/** Whether the conclusion of a figure depends on how it was computed; see the table conclusion. */
public record Robustness(
    @Column(
            en =
                "whether any row of conclusion has another conclusion; NULL where none was looked at",
            es = "si alguna fila de conclusion llega a otra conclusión; NULL si no se examinó")
        Boolean conclusionChanges,
    @Column(
            en = "the changes that do, as alternative:change; NULL where there is none",
            es = "los cambios que lo hacen, como alternative:change; NULL si no hay ninguno")
        String changedBy) {

  /** Of a figure that was not computed in other ways. */
  public static final Robustness UNKNOWN = new Robustness(null, null);
}
