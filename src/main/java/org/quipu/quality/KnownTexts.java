package org.quipu.quality;

import java.io.Serializable;
import java.util.Collection;

/**
 * The codes of a reference, asked once a row: whether a text in a buffer is one of them, without a
 * String made of it.
 */
final class KnownTexts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Open addressing; null where there is none. A power of two, at most half of it taken. */
  private final String[] slots;

  KnownTexts(Collection<String> texts) {
    slots = new String[Integer.highestOneBit(Math.max(1, texts.size())) * 4];
    for (String text : texts) {
      int slot = hash(text) & (slots.length - 1);
      while (slots[slot] != null && !slots[slot].equals(text)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = text;
    }
  }

  private static int hash(String text) {
    return mixed(text.hashCode());
  }

  private static int mixed(int hash) {
    return hash ^ (hash >>> 15);
  }

  boolean contains(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = mixed(hash) & (slots.length - 1);
    while (slots[slot] != null) {
      if (isSame(slots[slot], chars, start, end)) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }

  private static boolean isSame(String text, char[] chars, int start, int end) {
    if (text.length() != end - start) {
      return false;
    }
    // Codes of the field differ at their end.
    for (int i = end - 1; i >= start; i--) {
      if (text.charAt(i - start) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  boolean contains(String text) {
    return contains(text.toCharArray(), 0, text.length());
  }
}
