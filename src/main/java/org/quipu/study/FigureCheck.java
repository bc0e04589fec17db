package org.quipu.study;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quipu.quality.Sentence;
import org.quipu.quality.SmallSource;
import org.quipu.study.FigureRule.Context;
import org.quipu.study.FigureRule.Finding;
import org.quipu.study.FigureTables.Found;
import org.quipu.table.Row;
import org.quipu.table.row.FigureCheckRow;

/**
 * Published figures held against the ones that a run computes, and against each other.
 *
 * <ul>
 *   <li>{@code reproduced}: the computed number rounds to the printed one, the bound holds, the
 *       statement is the same
 *   <li>{@code differs}: it does not
 *   <li>{@code inconsistent}: the published figures contradict each other, whatever was computed
 *   <li>{@code not_computable}: the run does not have exactly one such row, or no value there
 * </ul>
 *
 * @param published accepted rows of the source {@code published-figures}
 * @param tables the rows of a result table by its name, empty where the run has none
 */
public record FigureCheck(SmallSource published, Function<String, List<? extends Record>> tables) {

  private static final List<FigureRule> RULES =
      List.of(
          new StatisticRule(),
          new DegreesOfFreedomRule(),
          new AnovaRule(),
          new ShareRule(),
          new GroupMeanRule());

  /** One row a published figure, in the order of the source. */
  public List<FigureCheckRow> compute() {
    List<PublishedFigure> figures = PublishedFigure.of(published);
    Context context = new Context(figures, new FigureTables(figures, tables));
    return figures.stream().map(figure -> check(figure, context)).toList();
  }

  private static FigureCheckRow check(PublishedFigure figure, Context context) {
    Found found = context.tables().find(figure);
    if (found.row() == null) {
      return row(figure, FigureVerdict.notComputable(figure.claim(), found.problem()), List.of());
    }
    Object value = found.row().value(figure.column());
    FigureVerdict verdict =
        value == null
            ? FigureVerdict.notComputable(figure.claim(), empty(figure, found.row()))
            : FigureVerdict.of(figure.claim(), value);
    List<Finding> findings =
        RULES.stream()
            .map(rule -> rule.look(figure, found.row(), context))
            .flatMap(Optional::stream)
            .toList();
    return row(figure, verdict, findings);
  }

  /** Why there is no value, in the row's own words where it has them. */
  private static Sentence empty(PublishedFigure figure, Row row) {
    boolean says = row.names().contains("reason") && row.value("reason") != null;
    return new Sentence(
        "The run has no value in column %s.%s"
            .formatted(figure.column(), says ? " " + row.text("reason") : ""),
        "La ejecución no tiene valor en la columna %s.%s"
            .formatted(figure.column(), says ? " " + row.text("reason_es") : ""));
  }

  private static FigureCheckRow row(
      PublishedFigure figure, FigureVerdict verdict, List<Finding> findings) {
    boolean inconsistent = findings.stream().anyMatch(Finding::inconsistent);
    StringBuilder es = new StringBuilder(verdict.sentence().es());
    StringBuilder en = new StringBuilder(verdict.sentence().en());
    for (Finding finding : findings) {
      es.append(' ').append(finding.sentence().es());
      en.append(' ').append(finding.sentence().en());
    }
    return new FigureCheckRow(
        figure.id(),
        figure.source(),
        figure.quantity(),
        verdict.published(),
        verdict.computed(),
        verdict.computed() == null ? null : (Double) (verdict.computed() - verdict.published()),
        inconsistent ? FigureVerdict.INCONSISTENT : verdict.id(),
        es.toString(),
        en.toString());
  }
}
