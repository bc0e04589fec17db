package org.quipu.quality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Signs that a respondent's answers are no answers. They are reported; the rows are used. */
sealed interface Forensic extends Rule {

  @Override
  default Severity severity() {
    return Severity.WARN;
  }

  /**
   * Not all answers of a respondent are the same. Judged from {@code least} answers on: an honest
   * respondent may give the same answer to fewer.
   */
  record StraightLine(int[] items, int least) implements Forensic {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "straight_lining";
    }

    @Override
    public Optional<BigDecimal> threshold() {
      return Optional.of(BigDecimal.valueOf(least));
    }

    @Override
    public Rule withThreshold(BigDecimal threshold) {
      return new StraightLine(items, threshold.intValue());
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Not all answers of a respondent are the same (from " + least + " answers on).",
          "No todas las respuestas de una persona son iguales (desde " + least + " respuestas).");
    }

    @Override
    public boolean passes(RowView row) {
      int answered = 0;
      BigDecimal first = null;
      for (int item : items) {
        if (row.isValid(item)) {
          BigDecimal answer = row.decimal(item);
          if (first != null && first.compareTo(answer) != 0) {
            return true;
          }
          first = answer;
          answered++;
        }
      }
      return answered < least;
    }

    @Override
    public Sentence failure(RowView row) {
      return new Sentence("All answers are the same.", "Todas las respuestas son iguales.");
    }
  }

  /** No answer outside its scale is a number that files use for "no answer". */
  record MissingCode(int[] items, BigDecimal[] min, BigDecimal[] max) implements Forensic {
    private static final long serialVersionUID = 1L;
    private static final long[] CODES = {-99, -9, -8, -1, 0, 7, 8, 9, 77, 88, 97, 98, 99, 998, 999};

    @Override
    public String id() {
      return "missing_code";
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "No answer outside its scale is a code that files use for \"no answer\", such as 9, 88 or 99; if it is, "
              + "name the code in sources.staff-survey.missing.",
          "Ninguna respuesta fuera de su escala es un código con que los archivos dicen «sin respuesta», como 9, 88 o "
              + "99; si lo es, indíquelo en sources.staff-survey.missing.");
    }

    @Override
    public boolean passes(RowView row) {
      return first(row) < 0;
    }

    private int first(RowView row) {
      for (int i = 0; i < items.length; i++) {
        if (row.isValid(items[i]) && row.isSmall(items[i])) {
          long answer = row.scale(items[i]) == 0 ? row.unscaled(items[i]) : whole(row, items[i]);
          if (Arrays.binarySearch(CODES, answer) >= 0 && isOutside(BigDecimal.valueOf(answer), i)) {
            return i;
          }
        }
      }
      return -1;
    }

    /** 9 of 9.0, as columns of decimals have it; no code where there is a fraction. */
    private static long whole(RowView row, int item) {
      BigDecimal plain = row.decimal(item).stripTrailingZeros();
      return plain.scale() <= 0 && plain.precision() - plain.scale() <= 3
          ? plain.longValue()
          : Long.MAX_VALUE;
    }

    private boolean isOutside(BigDecimal answer, int i) {
      return answer.compareTo(min[i]) < 0 || answer.compareTo(max[i]) > 0;
    }

    @Override
    public Sentence failure(RowView row) {
      String code = row.text(items[first(row)]);
      return new Sentence(
          "The answer " + code + " lies outside its scale and is a usual code for \"no answer\".",
          "La respuesta "
              + code
              + " está fuera de su escala y es un código usual de «sin respuesta».");
    }
  }

  /**
   * A respondent took at least so many seconds an answer, two unless told otherwise (J. L. Huang et
   * al., Detecting and deterring insufficient effort responding to surveys, 2012,
   * doi:10.1007/s10869-011-9231-8).
   */
  record Pace(int duration, int[] items, BigDecimal seconds) implements Forensic {
    private static final long serialVersionUID = 1L;

    /** What is asked unless the user says otherwise. */
    static final BigDecimal SECONDS = BigDecimal.valueOf(2);

    @Override
    public String id() {
      return "answer_pace";
    }

    @Override
    public Optional<BigDecimal> threshold() {
      return Optional.of(seconds);
    }

    @Override
    public Rule withThreshold(BigDecimal threshold) {
      return new Pace(duration, items, threshold);
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "A respondent takes at least " + seconds + " seconds an answer (duration_seconds).",
          "Una persona tarda al menos " + seconds + " segundos por respuesta (duration_seconds).");
    }

    @Override
    public boolean passes(RowView row) {
      if (!row.isValid(duration)) {
        return true;
      }
      long answered = Arrays.stream(items).filter(row::isValid).count();
      return row.decimal(duration).compareTo(seconds.multiply(BigDecimal.valueOf(answered))) >= 0;
    }

    @Override
    public Sentence failure(RowView row) {
      return Sentences.notAllowed(
          "duration_seconds",
          row.text(duration),
          "at least " + seconds + " seconds an answer",
          "al menos " + seconds + " segundos por respuesta");
    }
  }
}
