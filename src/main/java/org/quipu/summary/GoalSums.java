package org.quipu.summary;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.quipu.quality.RowView;
import org.quipu.source.Split;

/**
 * Targets and achievements of facilities, summed per goal period (a year's months together, or each
 * month) and indicator. The rows' keys (facility, period, indicator) are kept as bits, so that the
 * same key in two rows is seen wherever they lie.
 */
public final class GoalSums implements Summary<GoalSums> {
  private static final long serialVersionUID = 2L;
  private final boolean yearly;
  private final Ids facilities = new Ids();
  private final Ids indicators = new Ids();
  private final Ids periods = new Ids();
  private transient YearKeys yearKeys;
  private final IndicatorKeys keys = new IndicatorKeys(facilities, indicators);

  private final GoalCells cells = new GoalCells();

  private transient KeyRuns runs = new KeyRuns();

  /** By goal period, once nothing is added any more. */
  private transient Map<String, String> fingerprints;

  private transient DecimalSums lastCell;
  private transient int lastPeriod;
  private transient int lastFacility;

  /**
   * @param yearly whether the months of a year are summed before goals are judged
   */
  public GoalSums(boolean yearly) {
    this.yearly = yearly;
  }

  /** Positions of the columns of an indicator row. */
  record Columns(int facility, int period, int indicator, int target, int achieved) {}

  void add(RowView row, Columns columns) {
    char[] chars = row.record().chars();
    int facility = facilities.of(chars, row.start(columns.facility), row.end(columns.facility));
    int indicator = indicators.of(chars, row.start(columns.indicator), row.end(columns.indicator));
    int start = row.start(columns.period);
    int end = row.end(columns.period);
    int period = periods.of(chars, start, yearly ? start + 4 : end);
    int keyPeriod = keys.period(chars, start, end);
    keys.add(keyPeriod, facility, indicator);
    add(cell(period, facility), 2 * indicator, row, columns.target);
    add(cell(period, facility), 2 * indicator + 1, row, columns.achieved);
  }

  int facility(String text) {
    return facilities.of(text);
  }

  int indicator(String text) {
    return indicators.of(text);
  }

  /** The goal period of a row's period. */
  int goalPeriod(String text) {
    return periods.of(yearly ? text.substring(0, 4) : text);
  }

  int keyPeriod(String text) {
    return keys.period(text.toCharArray(), 0, text.length());
  }

  /** Notes that a row was there, and gives the sums that it adds to. */
  DecimalSums sums(int goalPeriod, int keyPeriod, int facility, int indicator) {
    keys.add(keyPeriod, facility, indicator);
    return cell(goalPeriod, facility);
  }

  /** Notes the keys of one part of a file, which are added in their order. */
  KeyRuns.Stretch begin(Split part) {
    return runs.begin(part);
  }

  /** {@link KeyHash#beginning} of the keys of a facility's rows of a period. */
  int keyBeginning(int keyPeriod, int facility) {
    return keys.beginning(keyPeriod, facility);
  }

  @Override
  public KeyRuns takeRuns() {
    KeyRuns taken = runs;
    runs = new KeyRuns();
    return taken;
  }

  private static void add(DecimalSums sums, int slot, RowView row, int column) {
    if (!row.isMissing(column)) {
      if (row.isSmall(column)) {
        sums.add(slot, row.unscaled(column), row.scale(column));
      } else {
        sums.add(slot, row.decimal(column));
      }
    }
  }

  private DecimalSums cell(int period, int facility) {
    // Rows of a facility and period mostly stand together.
    if (lastCell == null || period != lastPeriod || facility != lastFacility) {
      lastCell = find(period, facility);
      lastPeriod = period;
      lastFacility = facility;
    }
    return lastCell;
  }

  private DecimalSums find(int period, int facility) {
    DecimalSums sums = cells.own(period, facility);
    if (sums == null) {
      sums = new DecimalSums(2 * Math.max(4, indicators.size()));
      cells.put(period, facility, sums);
    }
    return sums;
  }

  @Override
  public void merge(GoalSums other) {
    int[] indicatorsHere = indicators.take(other.indicators);
    int[] facilitiesHere = facilities.take(other.facilities);
    keys.merge(other.keys, facilitiesHere, indicatorsHere);
    runs.addAll(other.runs);
    addAll(other, facilitiesHere, indicatorsHere, 1);
  }

  @Override
  public void subtract(GoalSums other) {
    addAll(other, facilities.take(other.facilities), indicators.take(other.indicators), -1);
  }

  private void addAll(GoalSums other, int[] facilitiesHere, int[] indicatorsHere, int sign) {
    int[] periodsHere = periods.take(other.periods);
    int[] slotsHere = new int[2 * Math.max(4, indicatorsHere.length) + 2];
    for (int i = 0; i < indicatorsHere.length; i++) {
      slotsHere[2 * i] = 2 * indicatorsHere[i];
      slotsHere[2 * i + 1] = 2 * indicatorsHere[i] + 1;
    }
    // What is added and not here yet is taken over as it is where its slots mean the same.
    boolean taking =
        sign > 0 && IntStream.range(0, indicatorsHere.length).allMatch(i -> indicatorsHere[i] == i);
    for (int period = 0; period < other.cells.periods(); period++) {
      for (int facility = 0; facility < other.cells.facilities(period); facility++) {
        DecimalSums theirs = other.cells.get(period, facility);
        int periodHere = periodsHere[period];
        if (theirs == null) {
          continue;
        }
        if (taking && !cells.has(periodHere, facilitiesHere[facility])) {
          cells.put(periodHere, facilitiesHere[facility], theirs);
        } else {
          cell(periodHere, facilitiesHere[facility]).addAll(theirs, slotsHere, sign);
        }
      }
    }
  }

  @Override
  public void settle() {
    // Keys are bits: what collides is known as soon as it is added.
  }

  @Override
  public void relocate(String from, String to) {
    // Sums do not say where they come from.
  }

  @Override
  public SortedSet<Long> collisions() {
    return keys.collisions();
  }

  @Override
  public void forgetCollisions() {
    keys.collisions().clear();
  }

  @Override
  public void seal() {
    yearKeys = keys.yearKeys();
    keys.forget();
    fingerprints = new ConcurrentHashMap<>();
  }

  /** Numbers of whole years, known once this is sealed. */
  public YearKeys yearKeys() {
    return yearKeys;
  }

  /** The goal periods that any facility has sums of, sorted. */
  public List<String> goalPeriods() {
    List<String> texts = new ArrayList<>();
    for (int period : periods.sorted()) {
      if (cells.has(period)) {
        texts.add(periods.text(period));
      }
    }
    return texts;
  }

  /** The sums by facility over time. */
  public GoalHistory history() {
    return new GoalHistory(periods, facilities, indicators, cells);
  }

  /** The facilities that have any row. */
  public Set<String> facilityIds() {
    Set<String> ids = new TreeSet<>();
    for (int facility : facilities.sorted()) {
      if (IntStream.range(0, cells.periods()).anyMatch(of -> cells.has(of, facility))) {
        ids.add(facilities.text(facility));
      }
    }
    return ids;
  }

  /** Goes through the sums without making an object a cell. */
  public GoalCursor cursor() {
    return new GoalCursor(periods, facilities, indicators, cells, periods.sorted());
  }

  /** Goes through the sums of one of {@link #goalPeriods}. */
  public GoalCursor cursor(String goalPeriod) {
    return new GoalCursor(
        periods, facilities, indicators, cells, new int[] {periods.of(goalPeriod)});
  }

  /**
   * Tells the sums of a goal period, none of which is judged for it: the same, the same sums. Equal
   * sums may have another where they were added up in another order. Once they are {@link #seal
   * sealed}, it is found once for all who ask.
   */
  public String fingerprint(String goalPeriod) {
    return fingerprints == null
        ? found(goalPeriod)
        : fingerprints.computeIfAbsent(goalPeriod, this::found);
  }

  private String found(String goalPeriod) {
    int period = periods.of(goalPeriod);
    int slots = 0;
    Fingerprint fingerprint = new Fingerprint().add(goalPeriod);
    for (int facility : facilities.sorted()) {
      if (cells.has(period, facility)) {
        ByteBuffer packed = cells.packed(period, facility);
        slots = Math.max(slots, DecimalBytes.used(packed));
        fingerprint.add(facilities.text(facility)).add(packed);
      }
    }
    // An indicator that is new in another period is no news here.
    for (int indicator = 0; 2 * indicator < slots; indicator++) {
      fingerprint.add(indicators.text(indicator));
    }
    return fingerprint.text();
  }

  /** Shows every cell that has a target or an achievement, by period, facility and indicator. */
  public void forEach(Consumer<GoalCell> visitor) {
    GoalCursor cursor = cursor();
    while (cursor.next()) {
      for (int indicator = 0; indicator < cursor.indicatorIds().size(); indicator++) {
        cursor.go(indicator);
        if (cursor.isPresent()) {
          visitor.accept(cursor.cell());
        }
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    runs = new KeyRuns();
  }
}
