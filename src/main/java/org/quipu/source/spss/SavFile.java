package org.quipu.source.spss;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quipu.source.NumberText;

/** An open system file: its header, then its cases one after the other. */
public final class SavFile implements AutoCloseable {
  private static final int ZLIB_HEADER = 24;

  private final SavHeader header;
  private final InputStream in;
  private final SavElements elements;
  private final byte[] element = new byte[8];
  private long casesRead;

  private SavFile(SavHeader header, InputStream in) {
    this.header = header;
    this.in = in;
    this.elements = new SavElements(in, header);
  }

  /**
   * Reads the header.
   *
   * @throws SavFormatException if this is no system file
   * @throws EOFException if the file ends within its header
   */
  public static SavFile open(InputStream file) throws IOException {
    SavInput in = new SavInput(file);
    try {
      SavHeader header = new SavHeaderReader(in).read();
      return new SavFile(header, header.compression() == SavHeader.ZLIB ? zlib(in) : file);
    } catch (ArithmeticException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | NegativeArraySizeException
        | java.nio.BufferUnderflowException e) {
      throw new SavFormatException(
          "its header contradicts itself near byte " + in.position(),
          "su encabezado se contradice cerca del byte " + in.position());
    }
  }

  private static InputStream zlib(SavInput in) throws IOException {
    long start = in.longInteger();
    long trailer = in.longInteger();
    in.longInteger();
    if (start < 0 || trailer < start + ZLIB_HEADER) {
      throw new SavFormatException(
          "its compressed data end (byte %d) before they begin (byte %d)".formatted(trailer, start),
          "sus datos comprimidos terminan (byte %d) antes de empezar (byte %d)"
              .formatted(trailer, start));
    }
    return new ZlibBlocks(in.stream(), trailer - start - ZLIB_HEADER);
  }

  public SavHeader header() {
    return header;
  }

  /**
   * The next case; null at the end.
   *
   * @throws EOFException if the file ends before the number of cases that it announces, or within a
   *     case
   */
  public SavCase next() throws IOException {
    if (casesRead == header.cases()) {
      return null;
    }
    List<String> values = new ArrayList<>(header.variables().size());
    List<String> original = new ArrayList<>(header.variables().size());
    boolean decodable = true;
    for (int i = 0; i < header.variables().size(); i++) {
      SavVariable variable = header.variables().get(i);
      byte[] bytes = cell(variable, i == 0);
      if (bytes == null) {
        if (header.cases() > casesRead) {
          throw new EOFException("the file announces " + header.cases() + " cases");
        }
        return null;
      }
      if (variable.isNumber()) {
        number(variable, bytes, values, original);
      } else {
        String text = SavDictionary.text(bytes, header.charset());
        decodable &= text.indexOf('\uFFFD') < 0;
        original.add(text);
        values.add(variable.missing().has(text) ? "" : text);
      }
    }
    casesRead++;
    return new SavCase(values, original, decodable);
  }

  private void number(
      SavVariable variable, byte[] bytes, List<String> values, List<String> original) {
    double value = ByteBuffer.wrap(bytes).order(header.order()).getDouble();
    if (value == header.systemMissing() || Double.isNaN(value)) {
      original.add("");
      values.add("");
      return;
    }
    String date = SavDates.text(value, variable.format());
    String text = date != null ? date : NumberText.of(value);
    original.add(text);
    values.add(variable.missing().has(value) ? "" : text);
  }

  /** The bytes of one cell; null where the cases have ended. */
  private byte[] cell(SavVariable variable, boolean first) throws IOException {
    int length = 0;
    byte[] cell = new byte[variable.elements().stream().mapToInt(s -> s.elements() * 8).sum()];
    boolean atStart = first;
    for (SavVariable.Segment segment : variable.elements()) {
      int left = segment.bytes();
      for (int i = 0; i < segment.elements(); i++) {
        if (!elements.next(element)) {
          if (atStart) {
            return null;
          }
          throw new EOFException("the file ends within case " + (casesRead + 1));
        }
        atStart = false;
        int used = Math.min(8, left);
        System.arraycopy(element, 0, cell, length, used);
        length += used;
        left -= used;
      }
    }
    int width = variable.isNumber() ? 8 : Math.min(length, variable.width());
    return Arrays.copyOf(cell, width);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
