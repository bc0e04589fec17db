package org.quipu.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code facility-indicator.csv}: goals and achievements in June and December 2007 of the 1,381
 * CLAS facilities and 500 others in the responding DIRESAs. Judged over the year and by all
 * computable indicators, as many CLAS facilities of each DIRESA meet their goals as the DIRESA's
 * own answer says.
 */
final class FacilityIndicator {
  private static final int WITHOUT_CLAS = 500;
  private static final int WITHOUT_CLAS_MEETING = 226;

  private FacilityIndicator() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "facility-indicator.csv",
            "facility_id",
            "period",
            "indicator_id",
            "target",
            "achieved");
    Random random = new Random(1381);
    List<Facility> eligible =
        FacilityRegistry.FACILITIES.stream()
            .filter(f -> Diresa.responding().stream().anyMatch(d -> d.id().equals(f.diresaId())))
            .toList();
    List<Facility> others = withoutClas(eligible, random);
    List<Facility> reporting = new ArrayList<>(others.subList(0, WITHOUT_CLAS));
    eligible.stream().filter(Facility::clas).forEach(reporting::add);
    reporting.sort(Comparator.comparing(Facility::id));

    Set<String> meeting = meeting(eligible, others, random);
    int place = 0;
    for (Facility facility : reporting) {
      boolean reportsDropouts = place++ % 3 == 0;
      FacilityYear.of(facility, meeting.contains(facility.id()), reportsDropouts, random)
          .forEach(file::add);
    }
    plantDefects(file, others.subList(WITHOUT_CLAS, others.size()));
    return file;
  }

  /** Facilities without CLAS: those of the surveyed network, then the rest in random order. */
  private static List<Facility> withoutClas(List<Facility> eligible, Random random) {
    List<Facility> others =
        eligible.stream().filter(f -> !f.clas()).collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(others, random);
    others.sort(
        Comparator.comparing(f -> !f.networkId().equals(FacilityRegistry.SURVEYED_NETWORK)));
    return others;
  }

  /** Ids of the facilities that meet their goals. */
  private static Set<String> meeting(
      List<Facility> eligible, List<Facility> others, Random random) {
    Set<String> meeting = new TreeSet<>();
    for (Diresa diresa : Diresa.responding()) {
      List<Facility> clas =
          eligible.stream()
              .filter(f -> f.clas() && f.diresaId().equals(diresa.id()))
              .collect(Collectors.toCollection(ArrayList::new));
      Collections.shuffle(clas, random);
      clas.subList(0, diresa.meeting()).forEach(f -> meeting.add(f.id()));
    }
    List<Facility> reporting = new ArrayList<>(others.subList(0, WITHOUT_CLAS));
    Collections.shuffle(reporting, random);
    reporting.subList(0, WITHOUT_CLAS_MEETING).forEach(f -> meeting.add(f.id()));
    return meeting;
  }

  /** Rows that a reader must not accept, of facilities that report nothing else. */
  private static void plantDefects(CsvFile file, List<Facility> silent) {
    String immunization = IndicatorCatalog.CHILD_IMMUNIZATION;
    file.plant(502, "09999999", "2007-06", immunization, "40", "41");
    file.plant(1502, silent.get(0).id(), "2007-06", immunization, "40", "ver oficio");
    file.plant(2502, silent.get(1).id(), "2007-06", immunization, "35", "NE_0001");
    file.plant(3502, silent.get(2).id(), "2007-12", immunization, "30", "31");
    file.plant(3503, silent.get(2).id(), "2007-12", immunization, "30", "13");
    file.plant(4502, silent.get(3).id(), "2007-13", immunization, "25", "26");
    file.plant(5502, silent.get(4).id(), "2007-06", "child_imunization", "25", "26");
    file.plantCopy(6502, 6503);
  }
}
