package org.quipu.study;

import java.util.List;
import java.util.Optional;
import org.quipu.quality.Sentence;
import org.quipu.study.Claim.Value;
import org.quipu.table.Row;

/**
 * A mean that is printed for all and for each group: is it the mean weighted by facilities, or the
 * plain mean of the groups?
 */
final class GroupMeanRule implements FigureRule {
  private static final String MEAN = "mean_weighted";

  @Override
  public Optional<Finding> look(PublishedFigure figure, Row row, Context context) {
    if (!isMean(figure) || !isGroup(row, GroupSplit.EVERYONE)) {
      return Optional.empty();
    }
    Value overall = (Value) figure.claim();
    List<PublishedFigure> parts =
        context.figures().stream()
            .filter(other -> isMean(other) && other.source().equals(figure.source()))
            .filter(other -> isPart(context.row(other), row))
            .filter(other -> context.sibling(other, "facilities").isPresent())
            .toList();
    if (parts.size() != 2) {
      return Optional.empty();
    }
    double weights = 0;
    double weighted = 0;
    double plain = 0;
    double slack = overall.halfUnit().doubleValue();
    for (PublishedFigure part : parts) {
      Value mean = (Value) part.claim();
      double weight = context.sibling(part, "facilities").orElseThrow().value().doubleValue();
      weights += weight;
      weighted += weight * mean.value().doubleValue();
      plain += mean.value().doubleValue() / parts.size();
      slack = Math.max(slack, overall.halfUnit().add(mean.halfUnit()).doubleValue());
    }
    return Optional.of(finding(overall, weighted / weights, plain, slack));
  }

  private static boolean isMean(PublishedFigure figure) {
    return figure.table().equals("group_summary")
        && figure.column().equals(MEAN)
        && figure.claim() instanceof Value;
  }

  private static boolean isPart(Row part, Row whole) {
    return part != null
        && part.text("variable").equals(whole.text("variable"))
        && !isGroup(part, GroupSplit.EVERYONE);
  }

  private static boolean isGroup(Row row, int group) {
    return row.number("group") == group;
  }

  private static Finding finding(Value overall, double weighted, double plain, double slack) {
    double printed = overall.value().doubleValue();
    boolean isWeighted = Math.abs(printed - weighted) <= slack;
    boolean isPlain = Math.abs(printed - plain) <= slack;
    int decimals = Math.max(0, overall.decimals()) + 1;
    String value = Numbers.en(overall.value());
    String one = Numbers.en(weighted, decimals);
    String two = Numbers.en(plain, decimals);
    String en =
        isWeighted && isPlain
            ? "either"
            : isWeighted ? "the weighted one" : isPlain ? "the plain one" : "neither";
    String es =
        isWeighted && isPlain
            ? "cualquiera de las dos"
            : isWeighted ? "la ponderada" : isPlain ? "la simple" : "ninguna de las dos";
    return new Finding(
        false,
        new Sentence(
            "From the published group figures the mean weighted by facilities is %s and the plain mean of the groups %s; the published %s is %s."
                .formatted(one, two, value, en),
            "De las cifras publicadas por grupo, la media ponderada por establecimientos es %s y la media simple de los grupos %s; la publicada, %s, es %s."
                .formatted(Numbers.es(one), Numbers.es(two), Numbers.es(value), es)));
  }
}
