package org.quipu.summary;

import java.io.Serializable;
import java.util.Comparator;
import org.quipu.quality.Sentence;

/**
 * An answer or score that the clean analyses leave out.
 *
 * @param rule {@code scale_bounds}, {@code min_answered_share} or {@code fence}
 * @param file path of the file
 * @param line the line that the respondent's row starts on
 * @param variable the item or dimension, or {@code all} for a whole respondent
 * @param value what was removed, as a number
 * @param allowed what is allowed
 */
public record Removal(
    String rule,
    String file,
    long line,
    String variable,
    String value,
    String allowed,
    Sentence reason)
    implements Serializable, Comparable<Removal> {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Removal> ORDER =
      Comparator.comparing(Removal::file)
          .thenComparingLong(Removal::line)
          .thenComparing(Removal::rule)
          .thenComparing(Removal::variable);

  public static final String SCALE_BOUNDS = "scale_bounds";
  public static final String MIN_ANSWERED_SHARE = "min_answered_share";
  public static final String FENCE = "fence";

  /** The same removal from a file that now lies elsewhere. */
  Removal at(String newFile) {
    return new Removal(rule, newFile, line, variable, value, allowed, reason);
  }

  @Override
  public int compareTo(Removal other) {
    return ORDER.compare(this, other);
  }

  static Removal scaleBounds(
      String file, long line, String item, String value, String min, String max) {
    String allowed = "[" + min + ", " + max + "]";
    return new Removal(
        SCALE_BOUNDS,
        file,
        line,
        item,
        value,
        allowed,
        new Sentence(
            "Item "
                + item
                + " was answered "
                + value
                + "; the scale is "
                + min
                + " to "
                + max
                + ".",
            "El ítem "
                + item
                + " se respondió con "
                + value
                + "; la escala va de "
                + min
                + " a "
                + max
                + "."));
  }

  static Removal answeredShare(String file, long line, int answered, int items, String share) {
    return new Removal(
        MIN_ANSWERED_SHARE,
        file,
        line,
        "all",
        answered + "/" + items,
        ">= " + share,
        new Sentence(
            "The respondent answered "
                + answered
                + " of "
                + items
                + " items on the scale; a share of at least "
                + share
                + " is required.",
            "La persona respondió "
                + answered
                + " de "
                + items
                + " ítems dentro de la escala; se exige una proporción de al menos "
                + share
                + "."));
  }

  static Removal fence(
      String file, long line, String dimension, String value, String low, String high) {
    String allowed = "[" + low + ", " + high + "]";
    return new Removal(
        FENCE,
        file,
        line,
        dimension,
        value,
        allowed,
        new Sentence(
            "The score " + value + " in " + dimension + " lies beyond the fences " + allowed + ".",
            "El puntaje "
                + value
                + " en "
                + dimension
                + " está fuera de los límites "
                + allowed
                + "."));
  }
}
