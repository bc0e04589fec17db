package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Texts as dense integers, in the order of their first occurrence. */
final class Ids implements Serializable {
  private static final long serialVersionUID = 1L;
  private final List<String> texts = new ArrayList<>();
  private int[] slots = newSlots(64);

  /** Once somebody asked; of all texts while there are as many. */
  private transient volatile int[] sorted;

  private static int[] newSlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, -1);
    return slots;
  }

  /** The number of a text, which is given the next one if it is new. */
  int of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  /** The number of a text in a buffer: no String is made for one that is known. */
  int of(char[] chars, int start, int end) {
    int slot = hash(chars, start, end) & (slots.length - 1);
    while (slots[slot] >= 0) {
      if (equals(texts.get(slots[slot]), chars, start, end)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = texts.size();
    texts.add(new String(chars, start, end - start));
    if (texts.size() * 2 > slots.length) {
      grow();
    }
    return texts.size() - 1;
  }

  private void grow() {
    slots = newSlots(slots.length * 2);
    for (int id = 0; id < texts.size(); id++) {
      char[] chars = texts.get(id).toCharArray();
      int slot = hash(chars, 0, chars.length) & (slots.length - 1);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = id;
    }
  }

  private static int hash(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 15);
  }

  private static boolean equals(String text, char[] chars, int start, int end) {
    int length = end - start;
    if (text.length() != length) {
      return false;
    }
    // Codes of the field differ at their end.
    for (int i = length - 1; i >= 0; i--) {
      if (text.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return texts.size();
  }

  String text(int id) {
    return texts.get(id);
  }

  /** For each number of another dictionary the number of the same text here. */
  int[] take(Ids other) {
    int[] mine = new int[other.size()];
    for (int id = 0; id < mine.length; id++) {
      mine[id] = of(other.text(id));
    }
    return mine;
  }

  /** The numbers in the order of their texts, for reading only. Several threads may ask. */
  int[] sorted() {
    int[] known = sorted;
    if (known == null || known.length != size()) {
      Integer[] order = new Integer[size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparing(texts::get));
      known = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
      sorted = known;
    }
    return known;
  }
}
