package org.quipu.sample;

/**
 * {@code goal-attainment.csv}: each responding DIRESA's own answer on how many of its CLAS
 * facilities had deficiencies in meeting their contracted goals in 2007 (A02, A03, A07, A08).
 */
final class GoalAttainment {
  private GoalAttainment() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "goal-attainment.csv",
            "diresa_id",
            "period",
            "facilities",
            "facilities_with_deficiencies");
    for (Diresa d : Diresa.responding()) {
      file.add(d.id(), "2007", d.clas(), d.clas() - d.meeting());
    }
    file.plant(4, "D04", "2007", "120", "210");
    file.plantCopy(7, 8);
    return file;
  }
}
