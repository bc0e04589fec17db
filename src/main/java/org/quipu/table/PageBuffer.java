package org.quipu.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.xerial.snappy.Snappy;

/** The bytes of one page after another, in memory that is used again. */
final class PageBuffer extends ByteArrayOutputStream {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] packed = new byte[0];

  /** Adds a number of four bytes. */
  void writeInt(int value) {
    reserve(Integer.BYTES);
    INTS.set(buf, count, value);
    count += Integer.BYTES;
  }

  /** Adds a number of eight bytes. */
  void writeLong(long value) {
    reserve(Long.BYTES);
    LONGS.set(buf, count, value);
    count += Long.BYTES;
  }

  /** Makes room for so many bytes more. */
  private void reserve(int more) {
    if (buf.length - count < more) {
      buf = Arrays.copyOf(buf, Math.max(2 * buf.length, count + more));
    }
  }

  /** The bytes, compressed; good until it is asked again. */
  BytesInput compressed() throws IOException {
    int most = Snappy.maxCompressedLength(count);
    packed = packed.length < most ? new byte[most] : packed;
    return BytesInput.from(packed, 0, Snappy.compress(buf, 0, count, packed, 0));
  }
}
