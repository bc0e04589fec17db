package org.quipu.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file whose footer does not depend on the process that wrote it. The library lists the
 * encodings of a column in the order of a set of enum constants, which differs from one JVM to the
 * next; here they are sorted before the file is written out.
 *
 * <p>What is not settled is held in memory until the file is closed.
 */
public final class StableFile implements OutputFile {
  private static final int TAIL = 8;
  private static final int MUCH = 1 << 20;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final OutputFile target;
  private final CRC32C sum = new CRC32C();
  private Held held;

  /**
   * A file whose footer is sorted as it is closed.
   *
   * @param target where the bytes go
   */
  public StableFile(OutputFile target) {
    this.target = target;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return hold(target.create(blockSizeHint));
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return hold(target.createOrOverwrite(blockSizeHint));
  }

  private Held hold(OutputStream out) {
    held = new Held(new CheckedOutputStream(out, sum));
    return held;
  }

  /** CRC-32C of all bytes that were written; of the whole file once it is closed. */
  long checksum() {
    return sum.getValue();
  }

  /** Lets go of what was written so far, no byte of which is of the footer, where it is much. */
  public void settle() throws IOException {
    held.settle();
  }

  @Override
  public boolean supportsBlockSize() {
    return target.supportsBlockSize();
  }

  @Override
  public long defaultBlockSize() {
    return target.defaultBlockSize();
  }

  @Override
  public String getPath() {
    return target.getPath();
  }

  private static final class Held extends PositionOutputStream {
    private final OutputStream out;
    private final HeldBytes held = new HeldBytes();
    private long settled;
    private boolean closed;

    Held(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return settled + held.size();
    }

    @Override
    public void write(int b) {
      held.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      held.write(bytes, offset, length);
    }

    void settle() throws IOException {
      if (held.size() < MUCH) {
        return;
      }
      settled += held.size();
      held.writeTo(out);
      held.reset();
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        try (out) {
          held.writeStable(out);
        }
      }
    }
  }

  /** The bytes of a file, which are not copied once more. */
  private static final class HeldBytes extends ByteArrayOutputStream {
    HeldBytes() {
      super(1 << 16);
    }

    void writeStable(OutputStream out) throws IOException {
      StableFile.writeStable(buf, count, out);
    }
  }

  /** The file, or its end, with the lists in its footer sorted; without a footer as it is. */
  static byte[] stable(byte[] file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    writeStable(file, file.length, out);
    return out.toByteArray();
  }

  private static void writeStable(byte[] file, int size, OutputStream out) throws IOException {
    // A file that was given up, for a row that cannot be written, has none.
    if (size < TAIL || !Arrays.equals(file, size - MAGIC.length, size, MAGIC, 0, MAGIC.length)) {
      out.write(file, 0, size);
      return;
    }
    int length = ByteBuffer.wrap(file, size - TAIL, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int start = size - TAIL - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
    footer
        .getRow_groups()
        .forEach(group -> group.getColumns().forEach(column -> sort(column.getMeta_data())));
    ByteArrayOutputStream sorted = new ByteArrayOutputStream(length);
    Util.writeFileMetaData(footer, sorted);
    out.write(file, 0, start);
    sorted.writeTo(out);
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(sorted.size()).array());
    out.write(file, size - 4, 4);
  }

  private static void sort(ColumnMetaData column) {
    column.getEncodings().sort(Comparator.comparingInt(Encoding::getValue));
    if (column.isSetEncoding_stats()) {
      column
          .getEncoding_stats()
          .sort(
              Comparator.<PageEncodingStats>comparingInt(stats -> stats.getPage_type().getValue())
                  .thenComparingInt(stats -> stats.getEncoding().getValue()));
    }
  }
}
