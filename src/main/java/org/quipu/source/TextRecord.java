package org.quipu.source;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One record as a file holds it: texts, its first line, and where its fields lie in one buffer.
 * Readers reuse it; whoever keeps a value copies it with {@link #text}.
 */
public final class TextRecord {

  /** Writes a record down as it stands in its file. */
  public interface Raw {
    String text(char separator);
  }

  private char[] chars = new char[256];
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private int width;
  private long line;
  private Defect defect;
  private boolean inScope;
  private Raw raw;

  /** Empties the record for the one that starts on {@code line}. */
  public void begin(long line) {
    this.line = line;
    this.width = 0;
    this.defect = null;
    this.inScope = true;
  }

  /** Appends a field. */
  public void add(char[] source, int offset, int length, boolean isQuoted) {
    int start = room(length);
    System.arraycopy(source, offset, chars, start, length);
    end(start + length, isQuoted);
  }

  /** Appends a field. */
  public void add(String text) {
    int start = room(text.length());
    text.getChars(0, text.length(), chars, start);
    end(start + text.length(), false);
  }

  /** Makes room for more characters after the last field, and says where they begin. */
  int room(int more) {
    int start = width == 0 ? 0 : ends[width - 1];
    int end = start + more;
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, chars.length * 2));
    }
    return start;
  }

  /** Appends a field whose characters stand in the buffer already, up to {@code end}. */
  void end(int end, boolean isQuoted) {
    if (width == ends.length) {
      ends = Arrays.copyOf(ends, width * 2);
      quoted = Arrays.copyOf(quoted, width * 2);
    }
    quoted[width] = isQuoted;
    ends[width++] = end;
  }

  /** Takes empty fields off the end, down to so many. */
  void dropBlanksBeyond(int fields) {
    while (width > fields && ends[width - 1] == start(width - 1)) {
      width--;
    }
  }

  /** Whether the fields are these texts, but for spaces around them. */
  boolean holds(List<String> texts) {
    // Most rows differ in the first character already.
    if (width != texts.size() || ends[0] == 0 || texts.get(0).isEmpty()) {
      return false;
    }
    if (chars[0] != texts.get(0).charAt(0) && chars[0] > ' ') {
      return false;
    }
    for (int field = 0; field < width; field++) {
      if (!text(field).strip().equals(texts.get(field))) {
        return false;
      }
    }
    return true;
  }

  /** Says that the reader could not make sense of the record. */
  public void fail(Defect reason) {
    this.defect = reason;
  }

  /** Why the reader could not make sense of the record; null where it could. */
  public Defect defect() {
    return defect;
  }

  /** Says that the record is not of the population that the source is about. */
  public void leaveOut() {
    this.inScope = false;
  }

  /** Whether the record is of the population that the source is about. */
  public boolean isInScope() {
    return inScope;
  }

  /** Sets how this record and the following ones are written down, where not as their fields. */
  public void writtenBy(Raw writer) {
    this.raw = writer;
  }

  /** Fields in the record. */
  public int width() {
    return width;
  }

  /** The line that the record starts on, the first of the file being 1. */
  public long line() {
    return line;
  }

  /** The buffer of all fields; field {@code i} lies from {@link #start} to {@link #end}. */
  public char[] chars() {
    return chars;
  }

  public int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  public int end(int field) {
    return ends[field];
  }

  /** The text of a field as it stands in the file. */
  public String text(int field) {
    int start = start(field);
    return new String(chars, start, ends[field] - start);
  }

  /**
   * A copy that stays as it is, to travel or to wait in.
   *
   * @param separator between the fields of the record as it is written down
   */
  public Kept keep(char separator) {
    String[] texts = new String[width];
    for (int field = 0; field < width; field++) {
      texts[field] = text(field);
    }
    String written = raw == null ? null : raw.text(separator);
    return new Kept(line, texts, Arrays.copyOf(quoted, width), written);
  }

  /**
   * A record at rest.
   *
   * @param line it starts on
   * @param texts of its fields
   * @param quoted whether they were written in quotes
   * @param written how it is written down; null where as its fields
   */
  public record Kept(long line, String[] texts, boolean[] quoted, String written)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The same, written down as its fields alone. */
    public Kept asFields() {
      return new Kept(line, texts, quoted, null);
    }

    /** The record as readers hand it out. */
    public TextRecord record() {
      TextRecord record = new TextRecord();
      record.begin(line);
      for (int field = 0; field < texts.length; field++) {
        record.add(texts[field].toCharArray(), 0, texts[field].length(), quoted[field]);
      }
      if (written != null) {
        record.writtenBy(separator -> written);
      }
      return record;
    }
  }

  /** The record as one line, as it was written. */
  public String raw(char separator) {
    if (raw != null) {
      return raw.text(separator);
    }
    StringBuilder line = new StringBuilder();
    for (int field = 0; field < width; field++) {
      if (field > 0) {
        line.append(separator);
      }
      String text = text(field);
      line.append(quoted[field] ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return line.toString();
  }
}
