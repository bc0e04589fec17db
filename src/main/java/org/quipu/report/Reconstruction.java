package org.quipu.report;

import java.util.List;
import org.quipu.table.row.InputRow;

/**
 * Whether a run read the project's sample data, which are synthetic rows that reproduce published
 * figures. What is made of them says so wherever it is shown.
 */
final class Reconstruction {
  private static final String FOLDER = "data-samples";

  /** The printed figures themselves are no reconstruction. */
  private static final String PRINTED = "published-figures";

  private Reconstruction() {}

  /** A line that says so; none where only other data were read. */
  static List<String> note(ResultRows rows, Phrases phrases) {
    boolean sample =
        rows.of(InputRow.class).stream()
            .filter(row -> !row.source().equals(PRINTED))
            .anyMatch(row -> List.of(row.path().split("[/\\\\]")).contains(FOLDER));
    return sample
        ? List.of(
            phrases.say(
                "SAMPLE DATA, a reconstruction: synthetic rows; no row is a real DIRESA, facility or person.",
                "DATOS DE MUESTRA, una reconstrucción: filas sintéticas; ninguna es una DIRESA o persona real."))
        : List.of();
  }
}
