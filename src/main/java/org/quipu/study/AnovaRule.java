package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quipu.stats.PublishedAnova;
import org.quipu.stats.TestResult;
import org.quipu.study.Claim.Value;
import org.quipu.table.Row;

/**
 * A printed F or p of a one-way analysis of variance beside the one that the printed means and
 * standard deviations of the same publication give.
 *
 * <p>The numbers of observations are those of the run. A printed value lies at the very edge when
 * it is within a tenth of the range's width of an end, or beyond it by less than half a unit of its
 * last decimal.
 */
final class AnovaRule implements FigureRule {
  private static final double EDGE = 0.1;

  @Override
  public Optional<Finding> look(PublishedFigure figure, Row row, Context context) {
    boolean statistic = figure.column().equals("statistic");
    if (!figure.table().equals("hypothesis_test")
        || !(statistic || figure.column().equals("p_value"))
        || !(figure.claim() instanceof Value published)
        || !"anova".equals(row.text("method"))
        || !"dimension".equals(row.text("grouping"))) {
      return Optional.empty();
    }
    List<PublishedAnova.Group> groups = groups(figure, row, context);
    if (groups.isEmpty()
        || groups.size() > PublishedAnova.MOST_GROUPS
        || groups.size() != row.number("groups").intValue()) {
      return Optional.empty();
    }
    PublishedAnova anova = PublishedAnova.of(groups);
    if (anova.centre().statistic() == null || anova.most() == null) {
      return Optional.empty();
    }
    return Optional.of(
        statistic ? aboutF(published, anova, groups) : aboutP(published, anova, groups));
  }

  /** The groups whose mean and standard deviation are printed for the unit that was tested. */
  private static List<PublishedAnova.Group> groups(
      PublishedFigure figure, Row tested, Context context) {
    List<PublishedAnova.Group> groups = new ArrayList<>();
    for (PublishedFigure mean : context.figures()) {
      if (mean.source().equals(figure.source())
          && mean.table().equals("descriptive")
          && mean.column().equals("mean")
          && mean.claim() instanceof Value value) {
        Row described = context.row(mean);
        Optional<Value> sd = context.sibling(mean, "sd");
        if (described != null
            && sd.isPresent()
            && isOfTheSame(described, tested)
            && described.number("n") >= 2) {
          groups.add(
              new PublishedAnova.Group(
                  described.number("n").longValue(),
                  value.value(),
                  value.halfUnit(),
                  sd.get().value(),
                  sd.get().halfUnit()));
        }
      }
    }
    return groups;
  }

  private static boolean isOfTheSame(Row described, Row tested) {
    return List.of("study", "cleaning", "level", "unit_id").stream()
        .allMatch(
            column ->
                String.valueOf(described.value(column))
                    .equals(String.valueOf(tested.value(column))));
  }

  private static Finding aboutF(
      Value published, PublishedAnova anova, List<PublishedAnova.Group> groups) {
    Function<Double, String> shown = f -> Numbers.en(f, published.decimals());
    double least = anova.least().statistic();
    double most = anova.most().statistic();
    return finding(
        new Terms(
            "F", shown.apply(anova.centre().statistic()), shown.apply(least), shown.apply(most)),
        shown.apply(published.value().doubleValue()),
        place(published, least, most),
        groups,
        "p = " + Numbers.enP(anova.centre().pValue()));
  }

  private static Finding aboutP(
      Value published, PublishedAnova anova, List<PublishedAnova.Group> groups) {
    // The greater F, the smaller p.
    double least = anova.most().pValue();
    double most = anova.least().pValue();
    TestResult centre = anova.centre();
    return finding(
        new Terms("p", Numbers.enP(centre.pValue()), Numbers.enP(least), Numbers.enP(most)),
        Numbers.en(published.value()),
        place(published, least, most),
        groups,
        "F = " + Numbers.en(centre.statistic(), 2));
  }

  /** What was computed again, as it is shown. */
  private record Terms(String name, String centre, String least, String most) {}

  private enum Place {
    INSIDE("inside this range", "dentro de este rango"),
    EDGE("at its very edge", "en su mismo borde"),
    OUTSIDE("outside this range", "fuera de este rango");

    private final String en;
    private final String es;

    Place(String en, String es) {
      this.en = en;
      this.es = es;
    }
  }

  private static Place place(Value published, double least, double most) {
    double value = published.value().doubleValue();
    double half = published.halfUnit().doubleValue();
    double margin = EDGE * (most - least);
    if (value > least + margin && value < most - margin) {
      return Place.INSIDE;
    }
    return value > least - half && value < most + half ? Place.EDGE : Place.OUTSIDE;
  }

  private static Finding finding(
      Terms terms,
      String published,
      Place place,
      List<PublishedAnova.Group> groups,
      String beside) {
    String sizes =
        String.join(", ", groups.stream().map(group -> String.valueOf(group.n())).toList());
    return Finding.of(
            false,
            "From the published means and standard deviations, with n = %s, %s = %s (%s); rounding allows %s from %s to %s, and the published %s lies %s."
                .formatted(
                    sizes,
                    terms.name,
                    terms.centre,
                    beside,
                    terms.name,
                    terms.least,
                    terms.most,
                    published,
                    place.en),
            "De las medias y desviaciones estándar publicadas, con n = %s, %s = %s (%s); el redondeo permite %s entre %s y %s, y el valor publicado, %s, está %s."
                .formatted(
                    sizes,
                    terms.name,
                    Numbers.es(terms.centre),
                    Numbers.es(beside),
                    terms.name,
                    Numbers.es(terms.least),
                    Numbers.es(terms.most),
                    Numbers.es(published),
                    place.es))
        .orElseThrow();
  }
}
