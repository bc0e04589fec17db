package org.quipu.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * {@code staff-survey.csv}: 500 eligible respondents of the 23 facilities of one network, and some
 * who are not eligible (B01); raw dimension scores with the published moments (B02 to B04); clean
 * answers with the published reliability (B06).
 *
 * <p>Each page of the form holds one dimension and ends with a box for an amount in soles. In some
 * rows that amount was typed into the cell of the page's last item; in a few cells a key was struck
 * twice. These are the values outside the scale.
 */
final class StaffSurvey {
  private static final int ELIGIBLE = 500;
  private static final int INEXPERIENCED = 22;
  private static final int WITHOUT_DUTY = 15;
  private static final int ITEMS = Instrument.ITEMS.size();
  private static final int DOUBLED_KEYS = 9;
  private static final double MISSING_SHARE = 0.015;

  /** What the amounts typed into one page have to bring about. */
  private record Page(
      String dimension, int firstItem, int items, int amounts, double mean, double sd, double max) {

    int lastItem() {
      return firstItem + items - 1;
    }
  }

  private static final List<Page> PAGES =
      List.of(
          new Page("institutional", 0, 15, 13, 5.56, 19.60, 136.08),
          new Page("economic", 15, 9, 46, 18.16, 55.83, 389.55),
          new Page("social", 24, 15, 40, 12.66, 39.24, 273.68));

  private StaffSurvey() {}

  static CsvFile file() {
    List<String> header =
        new ArrayList<>(
            List.of("respondent_id", "facility_id", "wave", "role", "experience_years"));
    IntStream.range(0, ITEMS).mapToObj(Instrument::itemId).forEach(header::add);
    CsvFile file = CsvFile.withHeader("staff-survey.csv", header.toArray(String[]::new));
    List<Respondent> respondents = respondents();
    for (int i = 0; i < respondents.size(); i++) {
      file.add(respondents.get(i).row("R%04d".formatted(i + 1)).toArray());
    }
    StaffSurveyDefects.plant(file);
    return file;
  }

  /** All respondents in the order of the file. */
  private static List<Respondent> respondents() {
    Random random = new Random(4281);
    List<Facility> facilities =
        FacilityRegistry.FACILITIES.stream()
            .filter(f -> f.networkId().equals(FacilityRegistry.SURVEYED_NETWORK))
            .toList();
    double[] staff = facilities.stream().mapToDouble(f -> Integer.parseInt(f.staff())).toArray();
    int[] eligible = Split.byWeight(ELIGIBLE, staff);
    int[] inexperienced = Split.byWeight(INEXPERIENCED, staff);
    int[] withoutDuty = Split.byWeight(WITHOUT_DUTY, staff);
    List<Respondent> counted = new ArrayList<>();
    List<Respondent> excluded = new ArrayList<>();
    for (int f = 0; f < facilities.size(); f++) {
      Opinions opinions = Opinions.ofFacility(random);
      String id = facilities.get(f).id();
      for (int i = 0; i < eligible[f]; i++) {
        counted.add(Respondent.answering(id, role(random), 1 + years(random), opinions, random));
      }
      for (int i = 0; i < inexperienced[f]; i++) {
        double underOne = (1 + random.nextInt(9)) / 10.0;
        excluded.add(Respondent.answering(id, role(random), underOne, opinions, random));
      }
      for (int i = 0; i < withoutDuty[f]; i++) {
        excluded.add(Respondent.answering(id, "clinical", 1 + years(random), opinions, random));
      }
    }
    Collections.shuffle(counted, random);
    counted.get(0).answerAll(PAGES.get(0).firstItem, PAGES.get(0).lastItem(), 1);
    leaveOut(counted, random);
    leaveOut(excluded, random);
    strikeKeysTwice(counted.subList(1, ELIGIBLE), random);
    PAGES.forEach(page -> typeAmounts(counted, page, random));
    List<Respondent> all = new ArrayList<>(counted);
    all.addAll(excluded);
    Collections.shuffle(all, random);
    return all;
  }

  private static String role(Random random) {
    return random.nextDouble() < 0.58 ? "administrative" : "technical";
  }

  /** Years in halves, most of them few. */
  private static double years(Random random) {
    return Math.min(60, (int) (-10 * StrictMath.log(1 - random.nextDouble()))) / 2.0;
  }

  private static void leaveOut(List<Respondent> respondents, Random random) {
    for (Respondent r : respondents.subList(1, respondents.size())) {
      for (int i = 0; i < ITEMS; i++) {
        if (random.nextDouble() < MISSING_SHARE) {
          r.answers()[i] = null;
        }
      }
    }
  }

  private static void strikeKeysTwice(List<Respondent> respondents, Random random) {
    for (int i = 0; i < DOUBLED_KEYS; i++) {
      BigDecimal[] answers = respondents.get(random.nextInt(respondents.size())).answers();
      int item = random.nextInt(ITEMS);
      if (answers[item] != null && answers[item].intValue() <= Instrument.HIGHEST) {
        answers[item] = answers[item].multiply(BigDecimal.valueOf(11));
      }
    }
  }

  /**
   * Types amounts into the last item of the page so that the scores of all respondents, the means
   * of their answered items, get the page's mean, SD and maximum.
   */
  private static void typeAmounts(List<Respondent> respondents, Page page, Random random) {
    List<Respondent> candidates =
        new ArrayList<>(
            respondents.subList(1, respondents.size()).stream()
                .filter(r -> r.answered(page.firstItem, page.lastItem()) == page.items)
                .toList());
    Collections.shuffle(candidates, random);
    List<Respondent> typed = candidates.subList(0, page.amounts);
    double[] others =
        respondents.stream()
            .filter(r -> !typed.contains(r))
            .mapToDouble(r -> r.score(page.firstItem, page.lastItem()))
            .toArray();
    double[] scores = ExtremeScores.fit(others, page.amounts, page.mean, page.sd, page.max);
    for (int i = 0; i < page.amounts; i++) {
      Respondent r = typed.get(i);
      BigDecimal rest = r.sum(page.firstItem, page.lastItem() - 1);
      BigDecimal total = BigDecimal.valueOf(scores[i]).multiply(BigDecimal.valueOf(page.items));
      r.answers()[page.lastItem()] =
          total.subtract(rest).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
  }
}
