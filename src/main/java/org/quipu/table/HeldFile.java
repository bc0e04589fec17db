package org.quipu.table;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file's bytes at hand: what was summed is what is read, though the file be deleted meanwhile.
 */
final class HeldFile implements InputFile {
  private final ByteBuffer bytes;

  HeldFile(ByteBuffer bytes) {
    this.bytes = bytes.asReadOnlyBuffer();
  }

  /** CRC-32C of its bytes. */
  long checksum() {
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate());
    return sum.getValue();
  }

  @Override
  public long getLength() {
    return bytes.limit();
  }

  @Override
  public SeekableInputStream newStream() {
    ByteBuffer left = bytes.duplicate();
    return new DelegatingSeekableInputStream(new Bytes(left)) {
      @Override
      public long getPos() {
        return left.position();
      }

      @Override
      public void seek(long at) {
        left.position(Math.toIntExact(at));
      }
    };
  }

  /** What is left of a buffer as a stream. */
  private static final class Bytes extends InputStream {
    private final ByteBuffer left;

    Bytes(ByteBuffer left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left.hasRemaining() ? left.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length > 0 && !left.hasRemaining()) {
        return -1;
      }
      int read = Math.min(length, left.remaining());
      left.get(into, offset, read);
      return read;
    }

    @Override
    public int available() {
      return left.remaining();
    }
  }
}
