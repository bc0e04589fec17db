package org.quipu.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/**
 * The tree: facility → micro-network → network → DIRESA → nation.
 *
 * <p>A network code that stands in two DIRESAs names two networks (the registry of the field
 * numbers networks within a DIRESA, micro-networks within a network); such a unit is then called
 * {@code DIRESA/code}.
 */
public final class FacilityRegistry {
  private final String nationalId;
  private final TreeMap<String, Facility> facilities;

  /** The same, found faster: they are asked for once a row of a table. */
  private final Map<String, Facility> byId;

  private final boolean present;
  private final boolean knowsClas;
  private final Function<String, TreeMap<String, Facility>> byMonth;

  /** What {@link #byUnit} found. */
  private final Map<Level, SortedMap<String, List<Facility>>> units = new ConcurrentHashMap<>();

  private FacilityRegistry(
      String nationalId,
      TreeMap<String, Facility> facilities,
      boolean present,
      boolean knowsClas,
      Function<String, TreeMap<String, Facility>> byMonth) {
    this.nationalId = nationalId;
    this.facilities = facilities;
    this.byId = new HashMap<>(facilities);
    this.present = present;
    this.knowsClas = knowsClas;
    this.byMonth = byMonth;
  }

  /** No registry: every facility is unknown and belongs to the nation only. */
  public static FacilityRegistry absent(String nationalId) {
    return new FacilityRegistry(
        nationalId, new TreeMap<>(), false, false, month -> new TreeMap<>());
  }

  /** The tree of a registry file's accepted rows, one a facility. */
  public static FacilityRegistry of(SmallSource source, String nationalId) {
    Map<String, Set<String>> networkParents = parents(source, "network_id");
    Map<String, Set<String>> micronetworkParents = parents(source, "micronetwork_id");
    TreeMap<String, Facility> facilities = new TreeMap<>();
    for (AcceptedRow row : source.rows()) {
      String diresa = row.text("diresa_id");
      String network = qualified(row.text("network_id"), diresa, networkParents);
      String parent = network == null ? diresa : network;
      facilities.put(
          row.text("facility_id"),
          new Facility(
              row.text("facility_id"),
              qualified(row.text("micronetwork_id"), parent, micronetworkParents),
              network,
              diresa,
              row.text("category"),
              row.text("clas") == null ? null : row.flag("clas"),
              row.integer("staff")));
    }
    return new FacilityRegistry(
        nationalId, facilities, true, source.has("clas"), month -> facilities);
  }

  /**
   * The tree as it is today, by what the registry and dated placements say.
   *
   * @param dated whether {@link #at} gives the tree of its period; if not, that of today too
   */
  public FacilityRegistry placed(Placements placements, boolean dated) {
    if (!present || placements.isEmpty()) {
      return this;
    }
    TreeMap<String, Facility> today = placements.at(facilities, Validity.TODAY);
    return new FacilityRegistry(
        nationalId,
        today,
        true,
        knowsClas,
        dated ? month -> placements.at(facilities, month) : month -> today);
  }

  /**
   * The tree of a period; of a year that of its last month.
   *
   * @param period {@code 2007} or {@code 2007-03}
   */
  public FacilityRegistry at(String period) {
    TreeMap<String, Facility> then = byMonth.apply(Validity.last(period));
    return then == facilities
        ? this
        : new FacilityRegistry(nationalId, then, present, knowsClas, byMonth);
  }

  private static Map<String, Set<String>> parents(SmallSource source, String column) {
    Map<String, Set<String>> parents = new HashMap<>();
    for (AcceptedRow row : source.rows()) {
      String code = row.text(column);
      if (code != null) {
        String parent =
            column.equals("network_id")
                ? row.text("diresa_id")
                : row.text("diresa_id") + "/" + row.text("network_id");
        parents.computeIfAbsent(code, k -> new TreeSet<>()).add(parent);
      }
    }
    return parents;
  }

  private static String qualified(String code, String parent, Map<String, Set<String>> parents) {
    return code == null || parents.get(code).size() == 1 ? code : parent + "/" + code;
  }

  /** Whether the job has a registry at all. */
  public boolean isPresent() {
    return present;
  }

  /** Whether it says of facilities if they are under CLAS. */
  public boolean knowsClas() {
    return knowsClas;
  }

  /** The id of the nation as a unit. */
  public String nationalId() {
    return nationalId;
  }

  /** A facility; one that the registry does not have belongs to the nation only. */
  public Facility facility(String facilityId) {
    Facility known = byId.get(facilityId);
    return known != null ? known : new Facility(facilityId, null, null, null, null, null, null);
  }

  /** Whether the registry has a facility. */
  public boolean has(String facilityId) {
    return byId.containsKey(facilityId);
  }

  /** All facilities, by id. */
  public Collection<Facility> facilities() {
    return facilities.values();
  }

  /** All facility ids. */
  public Set<String> facilityIds() {
    return facilities.keySet();
  }

  /** The DIRESAs, by id. */
  public SortedSet<String> diresas() {
    TreeSet<String> ids = new TreeSet<>();
    facilities.values().forEach(facility -> ids.add(facility.diresaId()));
    return ids;
  }

  /** The levels that units can be described at: without a registry the nation only. */
  public List<Level> levels() {
    return present ? Level.TREE : List.of(Level.NATIONAL);
  }

  /**
   * The unit of a level that a facility belongs to, null where it belongs to none. Who says no
   * facility ({@code ""}) belongs to the nation alone.
   */
  public String unit(String facilityId, Level level) {
    if (facilityId.isEmpty() && level != Level.NATIONAL) {
      return null;
    }
    return facility(facilityId).unit(level, nationalId);
  }

  /**
   * Facilities by unit of a level, both sorted; facilities that belong to no such unit left out.
   */
  public SortedMap<String, List<Facility>> byUnit(Level level) {
    return units.computeIfAbsent(level, this::foundByUnit);
  }

  private SortedMap<String, List<Facility>> foundByUnit(Level level) {
    TreeMap<String, List<Facility>> units = new TreeMap<>();
    for (Facility facility : facilities.values()) {
      String unit = facility.unit(level, nationalId);
      if (unit != null) {
        units.computeIfAbsent(unit, k -> new ArrayList<>()).add(facility);
      }
    }
    units.replaceAll((unit, members) -> Collections.unmodifiableList(members));
    return Collections.unmodifiableSortedMap(units);
  }
}
