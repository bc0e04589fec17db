package org.quipu.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.RuleCount;
import org.quipu.quality.Sentence;
import org.quipu.quality.Severity;
import org.quipu.quality.SmallSource;

/**
 * Whether the registry is a tree: a network in one DIRESA, a micro-network in one network. A code
 * that stands in two is taken for two units (see {@link FacilityRegistry}), and said here.
 */
public final class TreeChecks {
  private static final int SHOWN = 5;

  private TreeChecks() {}

  /** A check a level; rows are codes. */
  public static List<RuleCount> of(SmallSource registry) {
    List<RuleCount> checks = new ArrayList<>();
    if (registry.has("network_id")) {
      checks.add(check(registry, "network_in_one_diresa", "network_id", "diresa_id"));
    }
    if (registry.has("micronetwork_id") && registry.has("network_id")) {
      checks.add(check(registry, "micronetwork_in_one_network", "micronetwork_id", "network_id"));
    }
    return checks;
  }

  /** Whether the registry has the facilities that codes were replaced by. */
  public static RuleCount replacements(Crosswalk crosswalk, Set<String> known) {
    Set<String> ends = crosswalk.ends();
    List<String> unknown = ends.stream().filter(end -> !known.contains(end)).toList();
    String shown = unknown.isEmpty() ? "" : " " + shown(unknown, ", ");
    return new RuleCount(
        "new_facility_known",
        Severity.WARN,
        new Sentence(
            "A facility that a code was replaced by (new_facility_id) is in the registry." + shown,
            "Un establecimiento por el que se reemplazó un código (new_facility_id) está en el registro."
                + shown),
        ends.size(),
        unknown.size());
  }

  /**
   * Whether what dated placements name is known, and that no facility is in two places at once.
   *
   * @param registry without the placements
   */
  public static List<RuleCount> placements(Placements placements, FacilityRegistry registry) {
    Set<String> facilities = placements.facilities().keySet();
    return List.of(
        listed(
            "placed_facility_known",
            "A facility that is placed in a network is in the registry.",
            "Un establecimiento asignado a una red está en el registro.",
            facilities.size(),
            facilities.stream().filter(id -> !registry.has(id)).toList()),
        listed(
            "placed_once",
            "A facility is in one place at a time; where it is in two, the earlier row holds.",
            "Un establecimiento está en un solo lugar a la vez; si está en dos, vale la fila anterior.",
            facilities.size(),
            placements.overlapping()));
  }

  /** Whether merged networks, and what they became part of, are known. */
  public static List<RuleCount> mergers(Placements placements, FacilityRegistry registry) {
    Set<String> known = new TreeSet<>(registry.byUnit(Level.NETWORK).keySet());
    known.addAll(placements.placedIn());
    Set<String> merged = placements.networks().keySet();
    Set<String> targets = placements.mergedInto();
    return List.of(
        listed(
            "merged_network_known",
            "A network that was merged has facilities, in the registry or in facility-crosswalk.",
            "Una red fusionada tiene establecimientos, en el registro o en facility-crosswalk.",
            merged.size(),
            merged.stream().filter(id -> !known.contains(id) && !targets(placements, id)).toList()),
        listed(
            "new_network_known",
            "A network that others became part of is in the registry.",
            "Una red a la que se unieron otras está en el registro.",
            targets.size(),
            targets.stream().filter(id -> !known.contains(id)).toList()));
  }

  /** Whether a network is one that another became part of. */
  private static boolean targets(Placements placements, String network) {
    return placements.networks().values().stream()
        .anyMatch(all -> all.stream().anyMatch(each -> each.networkId().equals(network)));
  }

  private static RuleCount listed(String id, String en, String es, int rows, List<String> failing) {
    String shown = failing.isEmpty() ? "" : " " + shown(failing, ", ");
    return new RuleCount(
        id, Severity.WARN, new Sentence(en + shown, es + shown), rows, failing.size());
  }

  private static String shown(List<String> all, String between) {
    return String.join(between, all.subList(0, Math.min(SHOWN, all.size())))
        + (all.size() > SHOWN ? between + "…" : "");
  }

  private static RuleCount check(SmallSource registry, String id, String column, String parent) {
    TreeMap<String, Set<String>> parents = new TreeMap<>();
    for (AcceptedRow row : registry.rows()) {
      String code = row.text(column);
      if (code != null) {
        String above = row.textOr(parent, "");
        // Two networks of the same code in two DIRESAs are two parents.
        String place = parent.equals("diresa_id") ? above : row.text("diresa_id") + "/" + above;
        parents.computeIfAbsent(code, c -> new TreeSet<>()).add(place);
      }
    }
    List<String> several =
        parents.entrySet().stream()
            .filter(code -> code.getValue().size() > 1)
            .map(code -> code.getKey() + " (" + String.join(", ", code.getValue()) + ")")
            .toList();
    String shown = several.isEmpty() ? "" : " " + shown(several, "; ");
    return new RuleCount(
        id,
        Severity.WARN,
        new Sentence(
            "A code in " + column + " stands in one " + parent + "." + shown,
            "Un código de " + column + " está en un solo " + parent + "." + shown),
        parents.size(),
        several.size());
  }
}
