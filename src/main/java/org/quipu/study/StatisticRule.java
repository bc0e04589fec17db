package org.quipu.study;

import java.util.Optional;
import org.quipu.table.Row;

/** A p-value is shown with the statistic and the degrees of freedom that it comes from. */
final class StatisticRule implements FigureRule {

  @Override
  public Optional<Finding> look(PublishedFigure figure, Row row, Context context) {
    if (!figure.column().equals("p_value") || !row.names().contains("statistic")) {
      return Optional.empty();
    }
    String df = row.names().contains("df1") ? "df1" : "df";
    if (row.number("statistic") == null || !row.names().contains(df) || row.number(df) == null) {
      return Optional.empty();
    }
    boolean two = df.equals("df1") && row.number("df2") != null;
    String statistic = Numbers.en(row.number("statistic"), 2);
    String degrees =
        Numbers.en(row.number(df)) + (two ? " and " + Numbers.en(row.number("df2")) : "");
    return Finding.of(
        false,
        "It belongs to a statistic of %s; degrees of freedom: %s.".formatted(statistic, degrees),
        "Corresponde a un estadístico de %s; grados de libertad: %s."
            .formatted(Numbers.es(statistic), Numbers.es(degrees).replace(" and ", " y ")));
  }
}
