package org.quipu.source;

import java.util.TreeMap;

/** What the values of one column look like, for guessing what it is. */
final class ColumnSample {
  private static final int DISTINCT = 200;
  private static final String NUMBER = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)";
  private static final String PERIOD = "\\d{4}(-(0[1-9]|1[0-2]))?";
  private static final String FLAG = "(?i)[01](\\.0+)?|true|false|s[ií]|no|yes|y|n|x";

  private final String name;
  private final TreeMap<String, Long> texts = new TreeMap<>();
  private long filled;
  private long numbers;
  private long wholes;
  private long periods;
  private long flags;

  ColumnSample(String name) {
    this.name = name;
  }

  void add(String field) {
    String text = field.strip();
    if (text.isEmpty()) {
      return;
    }
    filled++;
    numbers += text.matches(NUMBER) ? 1 : 0;
    wholes += text.matches("[+-]?\\d+") ? 1 : 0;
    periods += text.matches(PERIOD) ? 1 : 0;
    flags += text.matches(FLAG) ? 1 : 0;
    if (texts.size() < DISTINCT || texts.containsKey(text)) {
      texts.merge(text, 1L, Long::sum);
    }
  }

  String name() {
    return name;
  }

  /** Text → how often it occurs, for the texts seen first. */
  TreeMap<String, Long> texts() {
    return texts;
  }

  /** Share of the values that are of a type; 1 where there are none. */
  double fits(ColumnType type) {
    long fitting =
        switch (type) {
          case TEXT -> filled;
          case DECIMAL -> numbers;
          case INTEGER -> wholes;
          case PERIOD -> periods;
          case FLAG -> flags;
        };
    return filled == 0 ? 1 : (double) fitting / filled;
  }

  /** Whether nearly all values are numbers of one or two digits, as answers to an item are. */
  boolean looksLikeItem() {
    long answers =
        texts.entrySet().stream()
            .filter(each -> each.getKey().matches("\\d{1,2}"))
            .mapToLong(java.util.Map.Entry::getValue)
            .sum();
    return filled > 0 && texts.size() <= 15 && answers >= 0.8 * filled;
  }
}
