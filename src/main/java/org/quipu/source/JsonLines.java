package org.quipu.source;

import java.io.BufferedReader;
import java.io.IOException;

/** The lines of a JSON Lines file; empty lines are no records. */
final class JsonLines implements JsonRecordReader.Texts {
  private final BufferedReader lines;
  private long line;
  private Defect defect;

  /**
   * @param firstLine the line of the file that the first of these is
   */
  JsonLines(BufferedReader lines, long firstLine) {
    this.lines = lines;
    this.line = firstLine - 1;
  }

  @Override
  public String next() throws IOException {
    try {
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        line++;
        String text = line == 1 && next.startsWith("\uFEFF") ? next.substring(1) : next;
        if (!text.isBlank()) {
          return text;
        }
      }
    } catch (DamagedData e) {
      line++;
      defect = e.defect();
    }
    return null;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public Defect defect() {
    return defect;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
