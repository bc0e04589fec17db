package org.quipu.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.io.api.Binary;

/** Comma, UTF-8, a header line, {@code \n}; a missing value is an empty field. */
final class CsvBlockFile implements BlockFile {
  private final OutputStream out;

  CsvBlockFile(Path file, List<OutputColumn> columns) throws IOException {
    out = Files.newOutputStream(file);
    String header = columns.stream().map(OutputColumn::name).collect(Collectors.joining(","));
    out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Block newBlock() {
    return new Lines();
  }

  @Override
  public void append(Block block) throws IOException {
    Lines lines = (Lines) block;
    out.write(lines.bytes, 0, lines.length);
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class Lines implements Block {
    private static final int LONGEST_NUMBER = 20;
    private byte[] bytes = new byte[1 << 20];
    private int length;

    @Override
    public void text(int column, Binary value) {
      byte[] text = value.getBytesUnsafe();
      begin(column, text.length);
      System.arraycopy(text, 0, bytes, length, text.length);
      length += text.length;
    }

    @Override
    public void number(int column, long value) {
      begin(column, LONGEST_NUMBER);
      if (value < 0) {
        bytes[length++] = '-';
      }
      int digits = digits(value);
      long rest = value;
      for (int at = length + digits - 1; at >= length; at--) {
        bytes[at] = (byte) ('0' + Math.abs(rest % 10));
        rest /= 10;
      }
      length += digits;
    }

    private static int digits(long value) {
      int digits = 1;
      for (long rest = value / 10; rest != 0; rest /= 10) {
        digits++;
      }
      return digits;
    }

    @Override
    public void missing(int column) {
      begin(column, 0);
    }

    private void begin(int column, int more) {
      if (length + more + 2 > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more + 2));
      }
      if (column > 0) {
        bytes[length++] = ',';
      }
    }

    @Override
    public void endRow() {
      begin(0, 0);
      bytes[length++] = '\n';
    }

    @Override
    public void finish() {
      // The bytes are those of the file already.
    }
  }
}
