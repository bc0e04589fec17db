package org.quipu.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The keys of texts: their places among the column's texts, sorted. */
final class TextKeys implements ColumnKeys {
  private static final int RECENT = 1 << 12;
  private static final int FIRST = 1 << 8;

  private final TableColumn column;

  /** The number of each text, from 1 in the order in which they come. */
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Rows share their texts, mostly even the object: some of the objects seen, by their hash. */
  private final String[] recent = new String[RECENT];

  private final int[] recentNumbers = new int[RECENT];

  private String last;
  private int lastNumber;

  /**
   * By row: the number of the text, later its place from 1; 0 for NULL. Longer than there are rows;
   * null while all are 1.
   */
  private int[] places;

  private int rows;
  private String[] sorted;
  private boolean hasAbsent;

  TextKeys(TableColumn column) {
    this.column = column;
  }

  /** A column whose rows all have the same text. */
  static TextKeys same(TableColumn column, String text, int rows) {
    TextKeys keys = new TextKeys(column);
    keys.add(text);
    keys.rows = rows;
    keys.sort();
    return keys;
  }

  void add(String text) {
    if (text != last) {
      last = text;
      lastNumber = number(text);
    }
    put(lastNumber);
  }

  private int number(String text) {
    if (text == null) {
      return 0;
    }
    int slot = (text.hashCode() * 0x9e3779b9) >>> 20;
    if (text != recent[slot]) {
      Integer known = numbers.putIfAbsent(text, numbers.size() + 1);
      recentNumbers[slot] = known == null ? numbers.size() : known;
      recent[slot] = text;
    }
    return recentNumbers[slot];
  }

  private void put(int number) {
    if (number != 1 && places == null) {
      places = new int[Math.max(FIRST, 2 * rows)];
      Arrays.fill(places, 0, rows, 1);
    }
    if (places != null) {
      places = rows < places.length ? places : Arrays.copyOf(places, 2 * rows);
      places[rows] = number;
    }
    hasAbsent |= number == 0;
    rows++;
  }

  /** To be called when all are added: numbers become places. */
  void sort() {
    sorted = numbers.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    int[] place = new int[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      place[numbers.get(sorted[i])] = i + 1;
    }
    if (places != null) {
      for (int row = 0; row < rows; row++) {
        places[row] = place[places[row]];
      }
    }
  }

  /** The texts, sorted; a key is a place among them. */
  String[] texts() {
    return sorted;
  }

  @Override
  public TableColumn column() {
    return column;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public boolean isAbsent(int row) {
    return places != null && places[row] == 0;
  }

  @Override
  public boolean hasAbsent() {
    return hasAbsent;
  }

  @Override
  public long key(int row) {
    return places == null ? 0 : places[row] - 1;
  }

  @Override
  public int copy(int[] order, int from, int to, long[] keys, boolean[] absent) {
    if (places == null) {
      Arrays.fill(keys, 0, to - from, 0);
      return to - from;
    }
    int size = 0;
    for (int i = from; i < to; i++) {
      int place = places[order[i]];
      if (place == 0) {
        absent[i - from] = true;
      } else {
        keys[size++] = place - 1;
      }
    }
    return size;
  }

  @Override
  public long places() {
    return places == null ? 0 : sorted.length;
  }

  @Override
  public void pack(long[] numbers, int bits) {
    for (int row = 0; row < rows; row++) {
      numbers[row] = numbers[row] << bits | places[row];
    }
  }
}
