package org.quipu.sample;

import java.util.List;

/**
 * One coded regional health directorate, and what the reconstruction fixes about it.
 *
 * <p>The counts are invented so that their sums are the published ones: 6,700 facilities, 2,155 of
 * them under CLAS (A18); 1,381 of these in the 12 responding DIRESAs (A02); 654 of 718 in group 1
 * and 249 of 663 in group 2 meet their goals (A03, A07, A08); six DIRESAs have 100, 100, 100, 91.7,
 * 68.2 and 61.9 percent of their facilities under CLAS (A17). Codes follow no order of real names.
 *
 * @param id code, D01 to D23
 * @param facilities public primary-care facilities
 * @param clas those under CLAS
 * @param group 1 higher performing, 2 lower performing, 0 did not respond to the survey
 * @param meeting CLAS facilities that meet their goals; 0 where the DIRESA did not respond
 */
record Diresa(String id, int facilities, int clas, int group, int meeting) {

  static final List<Diresa> ALL =
      List.of(
          new Diresa("D01", 480, 140, 0, 0),
          new Diresa("D02", 330, 70, 2, 52),
          new Diresa("D03", 210, 210, 1, 189),
          new Diresa("D04", 410, 120, 0, 0),
          new Diresa("D05", 420, 185, 2, 37),
          new Diresa("D06", 70, 70, 0, 0),
          new Diresa("D07", 220, 150, 1, 136),
          new Diresa("D08", 350, 140, 2, 45),
          new Diresa("D09", 310, 132, 1, 118),
          new Diresa("D10", 390, 104, 0, 0),
          new Diresa("D11", 350, 88, 0, 0),
          new Diresa("D12", 380, 110, 1, 99),
          new Diresa("D13", 68, 68, 0, 0),
          new Diresa("D14", 400, 120, 2, 48),
          new Diresa("D15", 330, 72, 0, 0),
          new Diresa("D16", 290, 90, 1, 86),
          new Diresa("D17", 310, 60, 0, 0),
          new Diresa("D18", 360, 93, 2, 45),
          new Diresa("D19", 300, 36, 0, 0),
          new Diresa("D20", 60, 55, 2, 22),
          new Diresa("D21", 42, 26, 1, 26),
          new Diresa("D22", 280, 16, 0, 0),
          new Diresa("D23", 340, 0, 0, 0));

  static List<Diresa> responding() {
    return ALL.stream().filter(d -> d.group > 0).toList();
  }

  static List<Diresa> ofGroup(int group) {
    return ALL.stream().filter(d -> d.group == group).toList();
  }

  /** Share of the CLAS facilities that meet their goals, 0 to 1. */
  double performance() {
    return (double) meeting / clas;
  }
}
