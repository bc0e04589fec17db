package org.quipu.study;

import java.util.List;
import java.util.Optional;
import org.quipu.quality.Sentence;
import org.quipu.study.FigureTables.Found;
import org.quipu.table.Row;

/**
 * Something that published figures say about each other. No rule knows a figure: rules are told by
 * tables and columns.
 */
interface FigureRule {

  /**
   * What the rule finds about a figure whose computed row is given; empty where it says nothing.
   */
  Optional<Finding> look(PublishedFigure figure, Row row, Context context);

  /**
   * A finding.
   *
   * @param inconsistent whether published figures contradict each other
   * @param sentence the finding, in whole sentences
   */
  record Finding(boolean inconsistent, Sentence sentence) {
    static Optional<Finding> of(boolean inconsistent, String en, String es) {
      return Optional.of(new Finding(inconsistent, new Sentence(en, es)));
    }
  }

  /**
   * Beside what a figure is looked at.
   *
   * @param figures all published figures
   * @param tables all computed tables
   */
  record Context(List<PublishedFigure> figures, FigureTables tables) {

    /** The number published under the same heading for another column of the same row. */
    Optional<Claim.Value> sibling(PublishedFigure figure, String column) {
      return figures.stream()
          .filter(other -> other.sharesFigureWith(figure) && other.sharesRowWith(figure))
          .filter(other -> other.column().equals(column))
          .map(PublishedFigure::claim)
          .filter(Claim.Value.class::isInstance)
          .map(Claim.Value.class::cast)
          .findFirst();
    }

    /** The computed row of another figure; null where there is not one. */
    Row row(PublishedFigure figure) {
      Found found = tables.find(figure);
      return found.row();
    }
  }
}
