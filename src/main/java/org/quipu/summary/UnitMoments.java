package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.quipu.stats.PairwiseMoments;
import org.quipu.summary.SurveySummary.Part;

/** Sums of products of items, by unit: what the reliability of a scale needs. */
final class UnitMoments implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;
  private final int items;
  private final Ids units = new Ids();
  private final List<PairwiseMoments[]> moments = new ArrayList<>();

  /** The unit of each facility, by their numbers in the summary; none until it is asked for. */
  private int[] unitOf = new int[0];

  UnitMoments(int items) {
    this.items = items;
  }

  PairwiseMoments of(int facility, Supplier<String> unit, Part part) {
    if (facility >= unitOf.length) {
      int before = unitOf.length;
      unitOf = Arrays.copyOf(unitOf, Math.max(facility + 1, 2 * before));
      Arrays.fill(unitOf, before, unitOf.length, NONE);
    }
    if (unitOf[facility] == NONE) {
      unitOf[facility] = units.of(unit.get());
    }
    return at(unitOf[facility], part);
  }

  private PairwiseMoments at(int unit, Part part) {
    while (moments.size() <= unit) {
      moments.add(new PairwiseMoments[Part.values().length]);
    }
    PairwiseMoments[] parts = moments.get(unit);
    if (parts[part.ordinal()] == null) {
      parts[part.ordinal()] = new PairwiseMoments(items);
    }
    return parts[part.ordinal()];
  }

  void addAll(UnitMoments other, int sign) {
    int[] here = units.take(other.units);
    for (int unit = 0; unit < other.moments.size(); unit++) {
      for (Part part : Part.values()) {
        PairwiseMoments theirs = other.moments.get(unit)[part.ordinal()];
        if (theirs != null) {
          at(here[unit], part).addAll(theirs, sign);
        }
      }
    }
  }

  /** What is the same under both cleanings together with what is only in one. */
  SortedMap<String, PairwiseMoments> byUnit(Part only) {
    TreeMap<String, PairwiseMoments> byUnit = new TreeMap<>();
    for (int unit = 0; unit < moments.size(); unit++) {
      PairwiseMoments sum = new PairwiseMoments(items);
      for (Part part : List.of(Part.BOTH, only)) {
        PairwiseMoments counted = moments.get(unit)[part.ordinal()];
        if (counted != null) {
          sum.addAll(counted, 1);
        }
      }
      byUnit.put(units.text(unit), sum);
    }
    return byUnit;
  }
}
