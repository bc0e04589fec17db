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
 * @param allowed what is allowed; of one rule and variable the same text, for there may be millions
 */
public record Removal(
    String rule, String file, long line, String variable, String value, String allowed)
    implements Serializable, Comparable<Removal> {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Removal> ORDER =
      Comparator.comparing(Removal::file)
          .thenComparingLong(Removal::line)
          .thenComparing(Removal::rule)
          .thenComparing(Removal::variable);

  private static final String AT_LEAST = ">= ";

  public static final String SCALE_BOUNDS = "scale_bounds";
  public static final String MIN_ANSWERED_SHARE = "min_answered_share";
  public static final String FENCE = "fence";

  /** The same removal from a file that now lies elsewhere. */
  Removal at(String newFile) {
    return new Removal(rule, newFile, line, variable, value, allowed);
  }

  @Override
  public int compareTo(Removal other) {
    return ORDER.compare(this, other);
  }

  static Removal scaleBounds(
      String file, long line, String item, String value, String min, String max) {
    String allowed = ("[" + min + ", " + max + "]").intern();
    return new Removal(SCALE_BOUNDS, file, line, item, value, allowed);
  }

  static Removal answeredShare(String file, long line, int answered, int items, String share) {
    String allowed = (AT_LEAST + share).intern();
    return new Removal(MIN_ANSWERED_SHARE, file, line, "all", answered + "/" + items, allowed);
  }

  static Removal fence(
      String file, long line, String dimension, String value, String low, String high) {
    String allowed = ("[" + low + ", " + high + "]").intern();
    return new Removal(FENCE, file, line, dimension, value, allowed);
  }

  /** Why it was removed, put into words when it is asked for. */
  public Sentence reason() {
    return switch (rule) {
      case SCALE_BOUNDS -> offScale(allowed.substring(1, allowed.length() - 1).split(", "));
      case MIN_ANSWERED_SHARE -> tooFew(value.split("/"), allowed.substring(AT_LEAST.length()));
      case FENCE ->
          new Sentence(
              "The score " + value + " in " + variable + " lies beyond the fences " + allowed + ".",
              "El puntaje "
                  + value
                  + " en "
                  + variable
                  + " está fuera de los límites "
                  + allowed
                  + ".");
      default -> throw new IllegalStateException("no removal is called " + rule);
    };
  }

  private Sentence offScale(String[] scale) {
    return new Sentence(
        "Item "
            + variable
            + " was answered "
            + value
            + "; the scale is "
            + scale[0]
            + " to "
            + scale[1]
            + ".",
        "El ítem "
            + variable
            + " se respondió con "
            + value
            + "; la escala va de "
            + scale[0]
            + " a "
            + scale[1]
            + ".");
  }

  private static Sentence tooFew(String[] answered, String share) {
    return new Sentence(
        "The respondent answered "
            + answered[0]
            + " of "
            + answered[1]
            + " items on the scale; a share of at least "
            + share
            + " is required.",
        "La persona respondió "
            + answered[0]
            + " de "
            + answered[1]
            + " ítems dentro de la escala; se exige una proporción de al menos "
            + share
            + ".");
  }
}
