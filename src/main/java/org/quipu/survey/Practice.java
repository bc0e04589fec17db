package org.quipu.survey;

/**
 * An option of the management survey: something that a DIRESA does or does not.
 *
 * @param function the management function that it belongs to
 * @param verdict what the expert panel holds it for
 */
public record Practice(
    String questionId,
    String optionId,
    String function,
    Verdict verdict,
    String textEs,
    String textEn)
    implements Comparable<Practice> {

  /** Question and option as one text. */
  public String key() {
    return questionId + "/" + optionId;
  }

  /** Whether it counts as a good practice. */
  public boolean good() {
    return verdict == Verdict.GOOD;
  }

  /** The name in result tables. */
  public String classification() {
    return verdict.id();
  }

  @Override
  public int compareTo(Practice other) {
    int byQuestion = questionId.compareTo(other.questionId);
    return byQuestion != 0 ? byQuestion : optionId.compareTo(other.optionId);
  }
}
