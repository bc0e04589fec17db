package org.quipu.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file in memory: what was summed is what is read, whatever becomes of the file. */
final class HeldFile implements InputFile {
  private final byte[] bytes;

  private HeldFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All bytes of a file, which may not be longer than an array. */
  static HeldFile of(InputFile file) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(file.getLength())];
    try (SeekableInputStream in = file.newStream()) {
      in.readFully(bytes);
    }
    return new HeldFile(bytes);
  }

  /** CRC-32C of its bytes. */
  long checksum() {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    Bytes in = new Bytes(bytes);
    return new DelegatingSeekableInputStream(in) {
      @Override
      public long getPos() {
        return in.at();
      }

      @Override
      public void seek(long at) {
        in.moveTo(Math.toIntExact(at));
      }
    };
  }

  /** A stream that knows where it is. */
  private static final class Bytes extends ByteArrayInputStream {
    Bytes(byte[] bytes) {
      super(bytes);
    }

    int at() {
      return pos;
    }

    void moveTo(int at) {
      pos = at;
    }
  }
}
