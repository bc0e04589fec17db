package org.quipu.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code facility-registry.csv}: 6,700 facilities of 23 DIRESAs in networks and micro-networks;
 * 2,155 of them belong to 764 CLAS. One network has exactly 23 facilities with 4,281 staff: the
 * network of the staff survey (B01).
 */
final class FacilityRegistry {
  /** The network of the staff survey. */
  static final String SURVEYED_NETWORK = "D09-R03";

  static final List<Facility> FACILITIES = facilities();

  private static final int SURVEYED_FACILITIES = 23;
  private static final int SURVEYED_STAFF = 4281;
  private static final int ASSOCIATIONS = 764;
  private static final int FACILITIES_A_NETWORK = 55;
  private static final int FACILITIES_A_MICRONETWORK = 9;
  private static final int FACILITIES_A_DISTRICT = 4;

  private FacilityRegistry() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "facility-registry.csv",
            "facility_id",
            "facility_name",
            "diresa_id",
            "diresa_name",
            "network_id",
            "network_name",
            "micronetwork_id",
            "micronetwork_name",
            "category",
            "ubigeo",
            "institution",
            "status",
            "clas",
            "clas_id",
            "staff");
    for (Facility f : FACILITIES) {
      file.add(
          f.id(),
          f.name(),
          f.diresaId(),
          "DIRESA " + f.diresaId().substring(1),
          f.networkId(),
          "Red " + f.networkId().substring(5),
          f.micronetworkId(),
          "MR " + f.micronetworkId().substring(9),
          f.category(),
          f.ubigeo(),
          "GOBIERNO REGIONAL",
          "ACTIVO",
          f.clas() ? 1 : 0,
          f.clasId(),
          f.staff());
    }
    file.plant(
        1202,
        "",
        "P.S. s/n",
        "D04",
        "DIRESA 04",
        "D04-R01",
        "Red 01",
        "D04-R01-M01",
        "MR 01",
        "I-1",
        "000401",
        "GOBIERNO REGIONAL",
        "ACTIVO",
        "0",
        "",
        "");
    file.plantCopy(2500, 2501);
    return file;
  }

  private static List<Facility> facilities() {
    Random random = new Random(6700);
    int[] associations =
        Split.byWeight(ASSOCIATIONS, Diresa.ALL.stream().mapToDouble(Diresa::clas).toArray());
    List<Facility> facilities = new ArrayList<>();
    int code = 100;
    for (int d = 0; d < Diresa.ALL.size(); d++) {
      Diresa diresa = Diresa.ALL.get(d);
      List<String> micronetworks = micronetworks(diresa);
      List<String> clasIds = clasIds(diresa, associations[d], random);
      for (int i = 0; i < diresa.facilities(); i++) {
        code += 1 + random.nextInt(7);
        String micronetwork = micronetworks.get(i);
        String category = category(random.nextDouble());
        String kind = category.compareTo("I-3") < 0 ? "P.S. " : "C.S. ";
        facilities.add(
            new Facility(
                "%08d".formatted(code),
                kind + code,
                diresa.id(),
                micronetwork.substring(0, 7),
                micronetwork,
                category,
                "00%s%02d".formatted(diresa.id().substring(1), i / FACILITIES_A_DISTRICT % 99 + 1),
                clasIds.get(i),
                ""));
      }
    }
    return withStaff(facilities, random);
  }

  /** The micro-network of each facility, in order; the surveyed network gets its 23 facilities. */
  private static List<String> micronetworks(Diresa diresa) {
    int networks = Math.max(1, diresa.facilities() / FACILITIES_A_NETWORK);
    List<Integer> sizes =
        IntStream.of(Split.evenly(diresa.facilities(), networks))
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    if (SURVEYED_NETWORK.startsWith(diresa.id())) {
      int others = diresa.facilities() - SURVEYED_FACILITIES;
      sizes.clear();
      IntStream.of(Split.evenly(others, networks)).forEach(sizes::add);
      sizes.add(Integer.parseInt(SURVEYED_NETWORK.substring(5)) - 1, SURVEYED_FACILITIES);
    }
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < sizes.size(); n++) {
      int[] parts =
          Split.evenly(sizes.get(n), Math.max(1, sizes.get(n) / FACILITIES_A_MICRONETWORK));
      for (int m = 0; m < parts.length; m++) {
        String id = "%s-R%02d-M%02d".formatted(diresa.id(), n + 1, m + 1);
        ids.addAll(Collections.nCopies(parts[m], id));
      }
    }
    return ids;
  }

  /** The association of each facility, empty for those without; neighbours share one. */
  private static List<String> clasIds(Diresa diresa, int associations, Random random) {
    List<Boolean> clas = new ArrayList<>(Collections.nCopies(diresa.clas(), true));
    clas.addAll(Collections.nCopies(diresa.facilities() - diresa.clas(), false));
    Collections.shuffle(clas, random);
    List<String> ids = new ArrayList<>();
    int seen = 0;
    for (boolean managed : clas) {
      ids.add(
          managed
              ? "%s-C%03d".formatted(diresa.id(), seen++ * associations / diresa.clas() + 1)
              : "");
    }
    return ids;
  }

  private static String category(double u) {
    return u < 0.45 ? "I-1" : u < 0.70 ? "I-2" : u < 0.92 ? "I-3" : "I-4";
  }

  private static List<Facility> withStaff(List<Facility> facilities, Random random) {
    double[] weights =
        IntStream.range(0, SURVEYED_FACILITIES)
            .mapToDouble(i -> 0.4 + random.nextDouble())
            .toArray();
    int[] staff = Split.byWeight(SURVEYED_STAFF, weights);
    List<Facility> result = new ArrayList<>();
    int surveyed = 0;
    for (Facility f : facilities) {
      boolean known = f.networkId().equals(SURVEYED_NETWORK);
      result.add(known ? staffed(f, staff[surveyed++]) : f);
    }
    return List.copyOf(result);
  }

  private static Facility staffed(Facility f, int staff) {
    return new Facility(
        f.id(),
        f.name(),
        f.diresaId(),
        f.networkId(),
        f.micronetworkId(),
        f.category(),
        f.ubigeo(),
        f.clasId(),
        String.valueOf(staff));
  }
}
