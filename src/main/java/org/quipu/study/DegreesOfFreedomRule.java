package org.quipu.study;

import java.util.Optional;
import org.quipu.stats.PublishedCorrelation;
import org.quipu.table.Row;

/**
 * Pearson's r of n pairs has n − 2 degrees of freedom. Where others are printed, r, t and p are
 * computed again with either, to see whether the printed conclusion depends on it.
 */
final class DegreesOfFreedomRule implements FigureRule {

  @Override
  public Optional<Finding> look(PublishedFigure figure, Row row, Context context) {
    if (!figure.table().equals("correlation")
        || !figure.column().equals("df")
        || !"pearson".equals(row.text("method"))
        || !(figure.claim() instanceof Claim.Value published)
        || row.number("n") == null
        || row.number("n") < 3) {
      return Optional.empty();
    }
    long n = row.number("n").longValue();
    long right = n - 2;
    double printed = published.value().doubleValue();
    if (printed == right) {
      return Optional.empty();
    }
    String other = Numbers.en(published.value());
    String en =
        "With n = %d pairs Pearson's r has n − 2 = %d degrees of freedom, not %s."
            .formatted(n, right, other);
    String es =
        "Con n = %d pares la r de Pearson tiene n − 2 = %d grados de libertad, no %s."
            .formatted(n, right, Numbers.es(other));
    Double r =
        context
            .sibling(figure, "estimate")
            .map(value -> (Double) value.value().doubleValue())
            .orElse(row.number("estimate"));
    if (r == null || Math.abs(r) > 1 || printed <= 0) {
      return Finding.of(true, en, es);
    }
    PublishedCorrelation with = PublishedCorrelation.of(r, right);
    PublishedCorrelation withPrinted = PublishedCorrelation.of(r, printed);
    String tested = with.t() == null ? "" : ", t = " + Numbers.en(with.t(), 3);
    String numbers =
        "r = %s%s, p = %s".formatted(Numbers.en(r), tested, Numbers.enP(with.pValue()));
    String printedP = Numbers.enP(withPrinted.pValue());
    return Finding.of(
        true,
        en
            + " Recomputed with %d: %s; with the printed %s: p = %s."
                .formatted(right, numbers, other, printedP)
            + conclusion(figure, context, with, withPrinted, true),
        es
            + " Recalculado con %d: %s; con los %s impresos: p = %s."
                .formatted(right, Numbers.es(numbers), Numbers.es(other), Numbers.es(printedP))
            + conclusion(figure, context, with, withPrinted, false));
  }

  /** Whether the bound that is printed for p holds with the right degrees of freedom. */
  private static String conclusion(
      PublishedFigure figure,
      Context context,
      PublishedCorrelation right,
      PublishedCorrelation printed,
      boolean english) {
    Optional<Claim.Bound> bound =
        context.figures().stream()
            .filter(other -> other.sharesFigureWith(figure) && other.sharesRowWith(figure))
            .filter(other -> other.column().equals("p_value"))
            .map(PublishedFigure::claim)
            .filter(Claim.Bound.class::isInstance)
            .map(Claim.Bound.class::cast)
            .findFirst();
    if (bound.isEmpty()) {
      return "";
    }
    Claim.Bound claim = bound.get();
    boolean stands = claim.holds(right.pValue());
    boolean stood = claim.holds(printed.pValue());
    String limit = Numbers.en(claim.limit());
    if (english) {
      return " The published P %s %s ".formatted(claim.relation().en, limit)
          + (stands && stood
              ? "stands either way."
              : stands
                  ? "stands all the same."
                  : stood ? "does not stand." : "stands in neither case.");
    }
    return " La P publicada, %s %s, ".formatted(claim.relation().es, Numbers.es(limit))
        + (stands && stood
            ? "se sostiene en ambos casos."
            : stands
                ? "se sostiene de todos modos."
                : stood ? "no se sostiene." : "no se sostiene en ningún caso.");
  }
}
