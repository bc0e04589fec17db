package org.quipu.registry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/**
 * Codes of facilities that were replaced: which facility of the registry a code stood for, and from
 * when to when. A code may have stood for one facility once and for another later; what it was
 * replaced by may have been replaced in turn.
 *
 * @param entries code → what it stood for, by its first period
 */
public record Crosswalk(TreeMap<String, ArrayList<Entry>> entries) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Replacements of replacements; more than these are a circle. */
  private static final int LONGEST_CHAIN = 10;

  private static final Comparator<Entry> BY_TIME =
      Comparator.comparing(Entry::during, Validity.BY_TIME).thenComparing(Entry::facilityId);

  /** What a code stood for, and when. */
  record Entry(Validity during, String facilityId) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** No code was ever replaced. */
  public static Crosswalk none() {
    return new Crosswalk(new TreeMap<>());
  }

  public static Crosswalk of(SmallSource source) {
    TreeMap<String, ArrayList<Entry>> entries = new TreeMap<>();
    for (AcceptedRow row : source.rows()) {
      // A row may say where a facility belonged, and of its code nothing.
      if (row.text("new_facility_id") != null) {
        entries
            .computeIfAbsent(row.text("facility_id"), code -> new ArrayList<>())
            .add(new Entry(Validity.of(row), row.text("new_facility_id")));
      }
    }
    entries.values().forEach(ofCode -> ofCode.sort(BY_TIME));
    return new Crosswalk(entries);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * What a code of a period stands for in the registry; the code itself where nothing is said of
   * it. Where a year touches several entries the earliest holds.
   *
   * @param period {@code 2007} or {@code 2007-03}; null where it is not known: then a code is
   *     replaced only if it stood for one facility all the time
   */
  public String current(String facilityId, String period) {
    String code = facilityId;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      String next = replacement(code, period);
      if (next == null) {
        return code;
      }
      code = next;
    }
    return facilityId;
  }

  private String replacement(String code, String period) {
    List<Entry> ofCode = entries.getOrDefault(code, new ArrayList<>());
    if (period == null) {
      return ofCode.stream().map(Entry::facilityId).distinct().count() == 1
          ? ofCode.get(0).facilityId()
          : null;
    }
    return ofCode.stream()
        .filter(entry -> entry.during().touches(period))
        .findFirst()
        .map(Entry::facilityId)
        .orElse(null);
  }

  /** The facilities that no further entry replaces: those that the registry is to have. */
  public TreeSet<String> ends() {
    TreeSet<String> ends = new TreeSet<>();
    entries.values().forEach(all -> all.forEach(entry -> ends.add(entry.facilityId())));
    ends.removeAll(entries.keySet());
    return ends;
  }

  /** All that decides what becomes of a code, as a stable text. */
  public String fingerprint() {
    return entries.toString();
  }
}
