package org.quipu.synthetic;

/**
 * The tree of a synthetic country: facilities numbered from 0, each micro-network, network and
 * DIRESA a run of them.
 *
 * <p>25 DIRESAs, up to 200 networks and up to 1,000 micro-networks, fewer where there are too few
 * facilities for them.
 */
final class FacilityTree {
  private static final int DIRESAS = 25;
  private static final int NETWORKS = 200;
  private static final int MICRONETWORKS = 1_000;
  private static final int FACILITIES_OF_NETWORK = 40;
  private static final int FACILITIES_OF_MICRONETWORK = 8;
  private static final int CLAS_PERCENT = 32;

  private final int facilities;
  private final int diresas;
  private final int networks;
  private final int micronetworks;
  private final Noise clas;
  private final Noise quality;

  FacilityTree(Extent extent) {
    facilities = extent.facilities();
    diresas = Math.min(DIRESAS, facilities);
    networks = Math.max(diresas, Math.min(NETWORKS, facilities / FACILITIES_OF_NETWORK));
    micronetworks =
        Math.max(networks, Math.min(MICRONETWORKS, facilities / FACILITIES_OF_MICRONETWORK));
    clas = new Noise(extent.seed(), "clas");
    quality = new Noise(extent.seed(), "network-quality");
  }

  int facilities() {
    return facilities;
  }

  int diresas() {
    return diresas;
  }

  int networks() {
    return networks;
  }

  int micronetworks() {
    return micronetworks;
  }

  int micronetwork(int facility) {
    return (int) ((long) facility * micronetworks / facilities);
  }

  int network(int facility) {
    return (int) ((long) micronetwork(facility) * networks / micronetworks);
  }

  int diresa(int facility) {
    return (int) ((long) network(facility) * diresas / networks);
  }

  /** Whether a facility is co-managed by a CLAS. */
  boolean clas(int facility) {
    return Noise.below(clas.at(facility), 100) < CLAS_PERCENT;
  }

  /**
   * How well a network is governed, standardized: planted in its staff's answers and in its
   * facilities' goals alike, so that the two are correlated.
   */
  double quality(int network) {
    return Noise.normal(quality.at(network));
  }

  static String facilityId(int facility) {
    return "%08d".formatted(facility + 1);
  }

  static String diresaId(int diresa) {
    return "D%02d".formatted(diresa + 1);
  }

  static String networkId(int network) {
    return "R%03d".formatted(network + 1);
  }

  static String micronetworkId(int micronetwork) {
    return "M%04d".formatted(micronetwork + 1);
  }
}
