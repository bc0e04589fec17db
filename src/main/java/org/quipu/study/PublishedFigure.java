package org.quipu.study;

import java.util.List;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/**
 * One published figure, and where its computed counterpart stands.
 *
 * @param id the figure; several quantities may share it
 * @param source the publication
 * @param quantity what it is of
 * @param table the result table
 * @param where the filter that leaves one row, empty for a table of one row
 * @param column the column of that row
 * @param claim what was published
 */
record PublishedFigure(
    String id,
    String source,
    String quantity,
    String table,
    String where,
    String column,
    Claim claim) {

  static List<PublishedFigure> of(SmallSource published) {
    return published.rows().stream().map(PublishedFigure::of).toList();
  }

  private static PublishedFigure of(AcceptedRow row) {
    return new PublishedFigure(
        row.text("figure_id"),
        row.text("source"),
        row.text("quantity"),
        row.text("table"),
        row.textOr("where", ""),
        row.text("column"),
        Claim.parse(row.text("published"), row.integer("precision")));
  }

  /** Whether it stands in the same row of the same table. */
  boolean sharesRowWith(PublishedFigure other) {
    return table.equals(other.table) && where.equals(other.where);
  }

  /** Whether a publication prints both under one heading. */
  boolean sharesFigureWith(PublishedFigure other) {
    return id.equals(other.id) && source.equals(other.source);
  }
}
