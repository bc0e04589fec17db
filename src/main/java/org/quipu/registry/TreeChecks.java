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
