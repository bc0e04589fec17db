package org.quipu.quality;

/** The rules about rows that share their key. */
public final class Duplicates {
  /** Rows of one key that say the same: one is used, the others are counted as duplicates. */
  public static final String EQUAL = "duplicate_equal";

  /** Rows of one key that contradict each other: none can be believed, all are quarantined. */
  public static final String CONTRADICTING = "duplicate_contradicting";

  public static final Sentence EQUAL_MEANING =
      new Sentence("A key occurs in one row.", "Una clave aparece en una sola fila.");
  public static final Sentence CONTRADICTING_MEANING =
      new Sentence(
          "Rows of the same key do not contradict each other.",
          "Las filas de una misma clave no se contradicen.");

  private Duplicates() {}

  /** Why a row whose key also stands in a row with other values is not used. */
  public static Sentence contradiction(String key, String otherPlace) {
    return new Sentence(
        "Key "
            + key
            + " also stands, with other values, at "
            + otherPlace
            + "; one row per key is allowed.",
        "La clave "
            + key
            + " también aparece, con otros valores, en "
            + otherPlace
            + "; se permite una fila por clave.");
  }
}
