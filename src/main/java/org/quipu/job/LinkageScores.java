package org.quipu.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.quipu.study.Linkage;
import org.quipu.table.KeptRows;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.LinkageUnitRow;

/**
 * What linkage looks at of staff governance: its descriptions of dimensions. Where those are in the
 * version before, linkage's own table there has the same, and has it alone: among all descriptions
 * of a country they are 55,000 of 800,000.
 */
final class LinkageScores {
  private LinkageScores() {}

  static List<Linkage.Scores> of(Results results) {
    return results
        .kept(DescriptiveRow.class)
        .flatMap(LinkageScores::known)
        .orElseGet(
            () ->
                results.where(
                    DescriptiveRow.class,
                    "kind",
                    Linkage.KIND,
                    DescriptiveRow::kind,
                    Linkage.Scores.class,
                    Linkage.Scores::of));
  }

  /** Reads them before anybody asks. */
  static void readAhead(KeptRows staffGovernance) {
    try {
      if (staffGovernance.beside(LinkageUnitRow.class).isEmpty()) {
        staffGovernance.readWhere(DescriptiveRow.class, Linkage.Scores.class, "kind", Linkage.KIND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<List<Linkage.Scores>> known(KeptRows staffGovernance) {
    return staffGovernance
        .beside(LinkageUnitRow.class)
        .map(rows -> rows.stream().map(Linkage.Scores::of).toList());
  }
}
