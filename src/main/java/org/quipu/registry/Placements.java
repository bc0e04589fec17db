package org.quipu.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/**
 * Where facilities belonged at a time, where that is not where the registry has them: a facility
 * that was in another network, a network that was split (its facilities stand in several now), and
 * networks that were merged.
 *
 * @param facilities facility → where it belonged, by first month
 * @param networks network → the one that it became part of, by first month
 */
public record Placements(
    TreeMap<String, List<Placement>> facilities, TreeMap<String, List<Merger>> networks) {

  /** Mergers of mergers; more than these are a circle. */
  private static final int LONGEST_CHAIN = 10;

  /**
   * Where a facility belonged.
   *
   * @param during the months
   * @param networkId null: the registry's
   * @param micronetworkId null: the registry's, and none where the network is another
   * @param diresaId null: that of the network, else the registry's
   */
  public record Placement(
      Validity during, String networkId, String micronetworkId, String diresaId) {}

  /** What a network became part of. */
  public record Merger(Validity during, String networkId) {}

  /** Everything is where the registry has it. */
  public static Placements none() {
    return new Placements(new TreeMap<>(), new TreeMap<>());
  }

  /**
   * Reads both tables.
   *
   * @param facilityRows of which those that name a network, micro-network or DIRESA are placements
   * @param networkRows networks and what they became part of
   * @param codes facilities by the codes that they have today
   */
  public static Placements of(SmallSource facilityRows, SmallSource networkRows, Crosswalk codes) {
    Placements all = none();
    for (AcceptedRow row : facilityRows.rows()) {
      String network = row.text("network_id");
      String micronetwork = row.text("micronetwork_id");
      String diresa = row.text("diresa_id");
      if (network != null || micronetwork != null || diresa != null) {
        Validity during = Validity.of(row);
        String code = codes.current(row.text("facility_id"), row.text("valid_from"));
        all.facilities
            .computeIfAbsent(code, k -> new ArrayList<>())
            .add(new Placement(during, network, micronetwork, diresa));
      }
    }
    for (AcceptedRow row : networkRows.rows()) {
      all.networks
          .computeIfAbsent(row.text("network_id"), k -> new ArrayList<>())
          .add(new Merger(Validity.of(row), row.text("new_network_id")));
    }
    all.facilities
        .values()
        .forEach(of -> of.sort(Comparator.comparing(Placement::during, Validity.BY_TIME)));
    all.networks
        .values()
        .forEach(of -> of.sort(Comparator.comparing(Merger::during, Validity.BY_TIME)));
    return all;
  }

  public boolean isEmpty() {
    return facilities.isEmpty() && networks.isEmpty();
  }

  /**
   * All facilities where they belonged in a month.
   *
   * @param registered where the registry has them
   */
  TreeMap<String, Facility> at(TreeMap<String, Facility> registered, String month) {
    Map<String, String> diresas = new HashMap<>();
    registered
        .values()
        .forEach(facility -> diresas.putIfAbsent(facility.networkId(), facility.diresaId()));
    TreeMap<String, Facility> placed = new TreeMap<>();
    registered.forEach((id, facility) -> placed.put(id, at(facility, diresas, month)));
    return placed;
  }

  private Facility at(Facility facility, Map<String, String> diresas, String month) {
    String network = facility.networkId();
    String micronetwork = facility.micronetworkId();
    String diresa = facility.diresaId();
    Placement placement =
        facilities.getOrDefault(facility.facilityId(), List.of()).stream()
            .filter(each -> each.during.has(month))
            .findFirst()
            .orElse(null);
    if (placement != null) {
      boolean moved = placement.networkId != null && !placement.networkId.equals(network);
      network = placement.networkId != null ? placement.networkId : network;
      micronetwork =
          placement.micronetworkId != null ? placement.micronetworkId : moved ? null : micronetwork;
      diresa = placement.diresaId != null ? placement.diresaId : of(network, diresas, diresa);
    }
    String merged = merged(network, month);
    if (merged != null && !merged.equals(network)) {
      diresa = of(merged, diresas, diresa);
      network = merged;
    }
    return facility.at(micronetwork, network, diresa);
  }

  private static String of(String network, Map<String, String> diresas, String otherwise) {
    return network == null ? otherwise : diresas.getOrDefault(network, otherwise);
  }

  private String merged(String network, String month) {
    String at = network;
    for (int step = 0; at != null && step < LONGEST_CHAIN; step++) {
      Merger next =
          networks.getOrDefault(at, List.of()).stream()
              .filter(each -> each.during.has(month))
              .findFirst()
              .orElse(null);
      if (next == null) {
        return at;
      }
      at = next.networkId;
    }
    return network;
  }

  /** Facilities that stand in two places at the same time; the earlier row holds. */
  List<String> overlapping() {
    List<String> twice = new ArrayList<>();
    facilities.forEach(
        (facility, all) -> {
          for (int i = 1; i < all.size(); i++) {
            if (all.get(i).during.overlaps(all.get(i - 1).during)) {
              twice.add(facility);
              return;
            }
          }
        });
    return twice;
  }

  /** The networks that facilities are placed in. */
  Set<String> placedIn() {
    Set<String> ids = new TreeSet<>();
    facilities
        .values()
        .forEach(
            all ->
                all.stream()
                    .map(Placement::networkId)
                    .filter(network -> network != null)
                    .forEach(ids::add));
    return ids;
  }

  /** The networks that others became part of and that became part of none. */
  Set<String> mergedInto() {
    Set<String> ids = new TreeSet<>();
    networks.values().forEach(all -> all.forEach(each -> ids.add(each.networkId)));
    ids.removeAll(networks.keySet());
    return ids;
  }
}
