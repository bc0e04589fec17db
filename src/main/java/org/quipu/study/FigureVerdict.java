package org.quipu.study;

import org.quipu.quality.Sentence;
import org.quipu.study.Claim.Bound;
import org.quipu.study.Claim.Truth;
import org.quipu.study.Claim.Unreadable;
import org.quipu.study.Claim.Value;

/**
 * How a computed value stands to a published one.
 *
 * @param id the verdict in result tables
 * @param published the published number, a bound's limit, 1 for true and 0 for false
 * @param computed the computed number in the same form
 * @param sentence what was compared
 */
record FigureVerdict(String id, Double published, Double computed, Sentence sentence) {
  static final String REPRODUCED = "reproduced";
  static final String DIFFERS = "differs";
  static final String INCONSISTENT = "inconsistent";
  static final String NOT_COMPUTABLE = "not_computable";

  /** Compares; what cannot be compared is {@code not_computable}. */
  static FigureVerdict of(Claim claim, Object value) {
    if (claim instanceof Value published && value instanceof Number number) {
      return ofValue(published, number.doubleValue());
    } else if (claim instanceof Bound bound && value instanceof Number number) {
      return ofBound(bound, number.doubleValue());
    } else if (claim instanceof Truth truth && value instanceof Boolean said) {
      return ofTruth(truth.value(), said);
    } else if (claim instanceof Unreadable unreadable) {
      return notComputable(
          claim,
          new Sentence(
              "The published figure '%s' is no number of at most 100 digits, no bound such as <0.01 and neither true nor false."
                  .formatted(unreadable.text()),
              "La cifra publicada «%s» no es un número de hasta 100 dígitos, ni un límite como <0.01, ni true o false."
                  .formatted(unreadable.text())));
    }
    return notComputable(
        claim,
        new Sentence(
            "The run has '%s' here, which cannot be compared with the published figure."
                .formatted(value),
            "La ejecución tiene aquí «%s», que no puede compararse con la cifra publicada."
                .formatted(value)));
  }

  /** A verdict on what the run does not have. */
  static FigureVerdict notComputable(Claim claim, Sentence why) {
    return new FigureVerdict(NOT_COMPUTABLE, published(claim), null, why);
  }

  private static Double published(Claim claim) {
    if (claim instanceof Value value) {
      return value.value().doubleValue();
    } else if (claim instanceof Bound bound) {
      return bound.limit().doubleValue();
    }
    return claim instanceof Truth truth ? number(truth.value()) : null;
  }

  private static FigureVerdict ofValue(Value published, double computed) {
    boolean same = published.isRoundingOf(computed);
    String run = Numbers.en(computed);
    String print =
        published.decimals() > 0
            ? Numbers.en(published.value().doubleValue(), published.decimals())
            : Numbers.en(published.value());
    String en = same ? "which rounds to the published %s" : "and not the published %s";
    String es = same ? "que redondea al valor publicado, %s" : "y no el valor publicado, %s";
    return new FigureVerdict(
        same ? REPRODUCED : DIFFERS,
        published.value().doubleValue(),
        computed,
        new Sentence(
            "The run gives %s, %s (%s)."
                .formatted(run, en.formatted(print), precisionEn(published.decimals())),
            "La ejecución da %s, %s (%s)."
                .formatted(
                    Numbers.es(run),
                    es.formatted(Numbers.es(print)),
                    precisionEs(published.decimals()))));
  }

  private static String precisionEn(int decimals) {
    return decimals > 0
        ? (decimals == 1 ? "to 1 decimal" : "to %d decimals".formatted(decimals))
        : decimals == 0 ? "to a whole number" : "to the nearest 1" + "0".repeat(-decimals);
  }

  private static String precisionEs(int decimals) {
    return decimals > 0
        ? (decimals == 1 ? "a 1 decimal" : "a %d decimales".formatted(decimals))
        : decimals == 0 ? "a un número entero" : "al múltiplo de 1" + "0".repeat(-decimals);
  }

  private static FigureVerdict ofBound(Bound bound, double computed) {
    boolean holds = bound.holds(computed);
    String run = Numbers.en(computed);
    String limit = Numbers.en(bound.limit());
    return new FigureVerdict(
        holds ? REPRODUCED : DIFFERS,
        bound.limit().doubleValue(),
        computed,
        new Sentence(
            "The run gives %s, which is %s%s %s%s."
                .formatted(
                    run,
                    holds ? "" : "not ",
                    bound.relation().en,
                    limit,
                    holds ? ", as published" : ""),
            "La ejecución da %s, que %ses %s %s%s."
                .formatted(
                    Numbers.es(run),
                    holds ? "" : "no ",
                    bound.relation().es,
                    Numbers.es(limit),
                    holds ? ", como se publicó" : "")));
  }

  private static FigureVerdict ofTruth(boolean published, boolean computed) {
    boolean same = published == computed;
    return new FigureVerdict(
        same ? REPRODUCED : DIFFERS,
        number(published),
        number(computed),
        new Sentence(
            same
                ? "The run says %s, as published.".formatted(computed)
                : "The run says %s; published is %s.".formatted(computed, published),
            same
                ? "La ejecución dice %s, como se publicó.".formatted(spanish(computed))
                : "La ejecución dice %s; se publicó %s."
                    .formatted(spanish(computed), spanish(published))));
  }

  private static double number(boolean value) {
    return value ? 1 : 0;
  }

  private static String spanish(boolean value) {
    return value ? "verdadero" : "falso";
  }
}
