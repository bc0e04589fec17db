package org.quipu.study;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quipu.study.Claim.Value;
import org.quipu.table.Row;

/**
 * A percentage that is printed with its part and its whole must be their quotient, as far as the
 * rounding of the three allows.
 */
final class ShareRule implements FigureRule {
  private static final double HUNDRED = 100;

  @Override
  public Optional<Finding> look(PublishedFigure figure, Row row, Context context) {
    if (!figure.column().equals("percent") || !(figure.claim() instanceof Value percent)) {
      return Optional.empty();
    }
    List<Value> counts =
        context.figures().stream()
            .filter(other -> other.sharesFigureWith(figure) && other.sharesRowWith(figure))
            .filter(other -> row.names().contains(other.column()))
            .filter(other -> row.value(other.column()) instanceof Long)
            .map(PublishedFigure::claim)
            .filter(Value.class::isInstance)
            .map(Value.class::cast)
            .sorted(Comparator.comparing(Value::value))
            .toList();
    if (counts.size() != 2 || counts.get(1).value().signum() <= 0) {
      return Optional.empty();
    }
    return judge(percent, counts.get(0), counts.get(1));
  }

  private static Optional<Finding> judge(Value percent, Value part, Value whole) {
    double quotient = HUNDRED * part.value().doubleValue() / whole.value().doubleValue();
    double least = HUNDRED * least(part) / most(whole);
    double most = HUNDRED * most(part) / least(whole);
    double half = percent.halfUnit().doubleValue();
    double printed = percent.value().doubleValue();
    // A part in 1e12 is left to the noise of binary fractions.
    double noise = 1e-12 * HUNDRED;
    boolean possible = most >= printed - half - noise && least <= printed + half + noise;
    String division =
        "%s / %s = %s %%"
            .formatted(
                Numbers.en(part.value()),
                Numbers.en(whole.value()),
                Numbers.en(quotient, Math.max(0, percent.decimals()) + 1));
    String text = Numbers.en(percent.value());
    return possible
        ? Finding.of(
            false,
            "From the published counts, " + division + ", as published.",
            "De los recuentos publicados, " + Numbers.es(division) + ", como se publicó.")
        // The counts may be the slip as well as the percentage: the verdict is the data's to give.
        : Finding.of(
            false,
            "From the published counts, %s, not %s %%, whatever rounding allows: the published figures contradict each other."
                .formatted(division, text),
            "De los recuentos publicados, %s, no %s %%, cualquiera sea el redondeo: las cifras publicadas se contradicen."
                .formatted(Numbers.es(division), Numbers.es(text)));
  }

  private static double least(Value count) {
    return count.value().subtract(slack(count)).doubleValue();
  }

  private static double most(Value count) {
    return count.value().add(slack(count)).doubleValue();
  }

  /** Counts are whole, so that only those rounded to tens or hundreds may be others. */
  private static BigDecimal slack(Value count) {
    return count.decimals() < 0 ? count.halfUnit() : BigDecimal.ZERO;
  }
}
