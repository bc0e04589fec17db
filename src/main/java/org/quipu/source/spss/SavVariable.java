package org.quipu.source.spss;

import java.util.List;
import java.util.Map;

/**
 * A variable of a system file.
 *
 * @param name the long name, where it has one
 * @param label what it means; empty where it has none
 * @param width 0 for a number, else the bytes of a text
 * @param format SPSS's print format type, e.g. 20 for DATE
 * @param elements eight-byte elements of a case that each of its segments takes; one for a number
 * @param labels value → label, the values as the texts that cells have
 * @param missing values that are declared to mean "no value"
 */
public record SavVariable(
    String name,
    String label,
    int width,
    int format,
    List<Segment> elements,
    Map<String, String> labels,
    Missing missing) {

  /**
   * A stretch of a case that belongs to one variable; texts above 255 bytes take several.
   *
   * @param elements eight-byte elements
   * @param bytes of them that are text, the rest being padding
   */
  public record Segment(int elements, int bytes) {}

  /**
   * Values that mean "no value".
   *
   * @param low and {@code high}: the ends of a range of numbers, both NaN where there is none
   * @param numbers single numbers
   * @param texts single texts, without the spaces at their ends
   */
  public record Missing(double low, double high, List<Double> numbers, List<String> texts) {
    static final Missing NONE = new Missing(Double.NaN, Double.NaN, List.of(), List.of());

    public boolean has(double value) {
      return value >= low && value <= high || numbers.contains(value);
    }

    public boolean has(String text) {
      return texts.contains(text);
    }
  }

  /** Whether its cells are numbers. */
  public boolean isNumber() {
    return width == 0;
  }
}
