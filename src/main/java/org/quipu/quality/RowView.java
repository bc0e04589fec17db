package org.quipu.quality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quipu.source.ColumnType;
import org.quipu.source.TextRecord;

/**
 * One record seen through a layout: canonical columns, typed. Reused from record to record; columns
 * are addressed by their position in the layout.
 */
public final class RowView {
  /** With the point that programs give whole numbers in a column with gaps. */
  private static final Set<String> YES = Set.of("true", "yes", "y", "si", "sí", "s", "x");

  private static final Set<String> NO = Set.of("false", "no", "n");

  private enum Cell {
    MISSING,
    VALID,
    INVALID
  }

  private final RowLayout layout;
  private final int[] fields;
  private final ColumnType[] types;
  private final Set<String> missingTexts;
  private final int longestMissing;

  /** Whether any missing text starts with a character of ASCII. */
  private final boolean[] startsMissing = new boolean[128];

  private final Cell[] cells;
  private final int[] starts;
  private final int[] ends;
  private final long[] unscaled;
  private final int[] scales;
  private final BigDecimal[] bigs;
  private final DecimalText decimal = new DecimalText();
  private TextRecord record;

  public RowView(RowLayout layout) {
    int n = layout.names().size();
    this.layout = layout;
    this.fields = layout.fields();
    this.types = layout.types().toArray(ColumnType[]::new);
    this.missingTexts = new HashSet<>(layout.missing());
    this.longestMissing = layout.missing().stream().mapToInt(String::length).max().orElse(0);
    for (String text : layout.missing()) {
      if (!text.isEmpty() && text.charAt(0) < startsMissing.length) {
        startsMissing[text.charAt(0)] = true;
      }
    }
    this.cells = new Cell[n];
    this.starts = new int[n];
    this.ends = new int[n];
    this.unscaled = new long[n];
    this.scales = new int[n];
    this.bigs = new BigDecimal[n];
  }

  /** Looks at a record. */
  public RowView of(TextRecord next) {
    record = next;
    for (int column = 0; column < fields.length; column++) {
      int field = fields[column];
      cells[column] = field < 0 || field >= next.width() ? Cell.MISSING : look(column, field, next);
    }
    return this;
  }

  /** Looks at some columns of a record only; nothing may be asked of the others. */
  public RowView of(TextRecord next, int[] columns) {
    record = next;
    for (int column : columns) {
      int field = fields[column];
      starts[column] = 0;
      ends[column] = 0;
      cells[column] = field < 0 || field >= next.width() ? Cell.MISSING : look(column, field, next);
    }
    return this;
  }

  private Cell look(int column, int field, TextRecord next) {
    char[] chars = next.chars();
    int start = next.start(field);
    int end = next.end(field);
    while (start < end && isSpace(chars[start])) {
      start++;
    }
    while (end > start && isSpace(chars[end - 1])) {
      end--;
    }
    starts[column] = start;
    ends[column] = end;
    if (start == end || isMissingText(chars, start, end)) {
      return Cell.MISSING;
    }
    return switch (types[column]) {
      case TEXT -> Cell.VALID;
      case DECIMAL -> number(column, chars, start, end) ? Cell.VALID : Cell.INVALID;
      case INTEGER ->
          number(column, chars, start, end) && isWhole(column) ? Cell.VALID : Cell.INVALID;
      case FLAG -> flag(column, chars, start, end) ? Cell.VALID : Cell.INVALID;
      case PERIOD -> isPeriod(chars, start, end) ? Cell.VALID : Cell.INVALID;
    };
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\ufeff';
  }

  private boolean isMissingText(char[] chars, int start, int end) {
    // Nearly every value ends here, before a text is made of it.
    char first = chars[start];
    return end - start <= longestMissing
        && (first >= startsMissing.length || startsMissing[first])
        && missingTexts.contains(new String(chars, start, end - start));
  }

  private boolean number(int column, char[] chars, int start, int end) {
    boolean valid = decimal.parse(chars, start, end);
    unscaled[column] = decimal.unscaled;
    scales[column] = decimal.scale;
    bigs[column] = decimal.big;
    return valid;
  }

  private boolean isWhole(int column) {
    return bigs[column] == null
        && (scales[column] == 0 || parsed(column).stripTrailingZeros().scale() <= 0);
  }

  /** A word, or 0 or 1 with as many zeros behind the point as its column of decimals gives it. */
  private boolean flag(int column, char[] chars, int start, int end) {
    String word = new String(chars, start, end - start).toLowerCase(Locale.ROOT);
    boolean number = number(column, chars, start, end);
    boolean set = number ? parsed(column).compareTo(BigDecimal.ONE) == 0 : YES.contains(word);
    boolean clear = number ? parsed(column).signum() == 0 : NO.contains(word);
    unscaled[column] = set ? 1 : 0;
    scales[column] = 0;
    bigs[column] = null;
    return set || clear;
  }

  private static boolean isPeriod(char[] chars, int start, int end) {
    int length = end - start;
    if ((length != 4 && length != 7) || (length == 7 && chars[start + 4] != '-')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (i != 4 && (chars[start + i] < '0' || chars[start + i] > '9')) {
        return false;
      }
    }
    int month = length == 4 ? 1 : (chars[start + 5] - '0') * 10 + (chars[start + 6] - '0');
    return month >= 1 && month <= 12;
  }

  public RowLayout layout() {
    return layout;
  }

  /** The record itself. */
  public TextRecord record() {
    return record;
  }

  /** Whether a column has no value, or is not in the file. */
  public boolean isMissing(int column) {
    return column < 0 || cells[column] == Cell.MISSING;
  }

  /** Whether a value is there and of its column's type. */
  public boolean isValid(int column) {
    return column >= 0 && cells[column] == Cell.VALID;
  }

  /** Whether a value is there but not of its column's type. */
  public boolean isInvalid(int column) {
    return column >= 0 && cells[column] == Cell.INVALID;
  }

  /** The text of a value without the spaces around it; null where it is missing. */
  public String text(int column) {
    return isMissingCell(column)
        ? null
        : new String(record.chars(), starts[column], ends[column] - starts[column]);
  }

  private boolean isMissingCell(int column) {
    return column < 0
        || fields[column] < 0
        || fields[column] >= record.width()
        || cells[column] == Cell.MISSING;
  }

  /** First character of a value in the record's buffer. */
  public int start(int column) {
    return starts[column];
  }

  /** One past the last character of a value in the record's buffer. */
  public int end(int column) {
    return ends[column];
  }

  /** A valid number, exactly as written; null where it is missing. */
  public BigDecimal decimal(int column) {
    return isMissing(column) ? null : parsed(column);
  }

  /**
   * The number that was parsed last; while a value is looked at it is not known to be valid yet.
   */
  private BigDecimal parsed(int column) {
    return bigs[column] != null
        ? bigs[column]
        : BigDecimal.valueOf(unscaled[column], scales[column]);
  }

  /** Whether a valid number fits {@link #unscaled} and {@link #scale}. */
  public boolean isSmall(int column) {
    return bigs[column] == null;
  }

  public long unscaled(int column) {
    return unscaled[column];
  }

  public int scale(int column) {
    return scales[column];
  }

  /** A valid flag; false where it is missing. */
  public boolean isSet(int column) {
    return isValid(column) && unscaled[column] == 1;
  }

  /** A valid whole number; null where it is missing. */
  public Long integer(int column) {
    return isMissing(column) ? null : decimal(column).longValueExact();
  }

  /**
   * All values in canonical form, null where missing: numbers without trailing zeros, flags as 1 or
   * 0.
   */
  public List<String> canonical() {
    String[] values = new String[fields.length];
    for (int column = 0; column < values.length; column++) {
      if (isValid(column)) {
        values[column] =
            switch (types[column]) {
              case DECIMAL, INTEGER -> decimal(column).stripTrailingZeros().toPlainString();
              case FLAG -> isSet(column) ? "1" : "0";
              case TEXT, PERIOD -> text(column);
            };
      }
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
