package org.quipu.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows of the staff survey that a reader must not accept. Their respondents have under a year of
 * experience, so that no figure changes even where a rule is off.
 */
final class StaffSurveyDefects {
  private static final int FIRST_ITEM = 5;

  private StaffSurveyDefects() {}

  static void plant(CsvFile file) {
    String facility = file.rows().get(1).get(1);
    file.plant(61, row("R9001", "09999999", "2"));
    file.plant(151, withAnswer(row("R9002", facility, "3"), 4, "cinco"));
    file.plant(241, row("R9003", facility, "2"));
    file.plant(331, row("R9003", facility, "4"));
    file.plantCopy(401, 421);
  }

  private static String[] row(String respondentId, String facilityId, String answer) {
    List<String> row =
        new ArrayList<>(List.of(respondentId, facilityId, "2024", "administrative", "0.5"));
    row.addAll(Collections.nCopies(Instrument.ITEMS.size(), answer));
    return row.toArray(String[]::new);
  }

  private static String[] withAnswer(String[] row, int item, String answer) {
    row[FIRST_ITEM + item] = answer;
    return row;
  }
}
