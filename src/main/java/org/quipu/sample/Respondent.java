package org.quipu.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.quipu.sample.Instrument.Item;

/**
 * One member of staff and the answers, null where none was given. Item places count from 0.
 *
 * @param experienceYears years in the service
 */
record Respondent(String facilityId, String role, double experienceYears, BigDecimal[] answers) {
  private static final double ANSWER_SD = 0.95;

  /** Someone whose answers follow the views of the facility, each with its own error. */
  static Respondent answering(
      String facilityId, String role, double experienceYears, Opinions facility, Random random) {
    Opinions views = facility.ofPerson(random);
    BigDecimal[] answers = new BigDecimal[Instrument.ITEMS.size()];
    for (int i = 0; i < answers.length; i++) {
      Item item = Instrument.ITEMS.get(i);
      double leaning =
          item.typical()
              + views.byDimension().get(item.dimension())
              + ANSWER_SD * random.nextGaussian();
      long answer = Math.round(leaning);
      answers[i] =
          BigDecimal.valueOf(Math.max(Instrument.LOWEST, Math.min(Instrument.HIGHEST, answer)));
    }
    return new Respondent(facilityId, role, experienceYears, answers);
  }

  /** Gives the same answer to every item from first to last. */
  void answerAll(int first, int last, int answer) {
    Arrays.fill(answers, first, last + 1, BigDecimal.valueOf(answer));
  }

  int answered(int first, int last) {
    return (int) given(first, last).count();
  }

  BigDecimal sum(int first, int last) {
    return given(first, last).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Mean of the answered items. */
  double score(int first, int last) {
    return sum(first, last).doubleValue() / answered(first, last);
  }

  List<String> row(String respondentId) {
    List<String> row = new ArrayList<>();
    row.add(respondentId);
    row.add(facilityId);
    row.add("2024");
    row.add(role);
    row.add(BigDecimal.valueOf(experienceYears).stripTrailingZeros().toPlainString());
    for (BigDecimal answer : answers) {
      row.add(answer == null ? "" : answer.toPlainString());
    }
    return row;
  }

  private Stream<BigDecimal> given(int first, int last) {
    return Arrays.stream(answers, first, last + 1).filter(Objects::nonNull);
  }
}
