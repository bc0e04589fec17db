package org.quipu.survey;

/**
 * An option of the management survey: something that a DIRESA does or does not.
 *
 * @param function the management function that it belongs to
 * @param good whether the expert panel holds it for good practice, else for less effective
 */
public record Practice(
    String questionId, String optionId, String function, boolean good, String textEs, String textEn)
    implements Comparable<Practice> {

  /** Question and option as one text. */
  public String key() {
    return questionId + "/" + optionId;
  }

  /** The name in result tables. */
  public String classification() {
    return good ? Codebook.GOOD : Codebook.LESS_EFFECTIVE;
  }

  @Override
  public int compareTo(Practice other) {
    int byQuestion = questionId.compareTo(other.questionId);
    return byQuestion != 0 ? byQuestion : optionId.compareTo(other.optionId);
  }
}
