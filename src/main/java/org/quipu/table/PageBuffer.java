package org.quipu.table;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.xerial.snappy.Snappy;

/**
 * The bytes of one page after another, in memory that is used again; little-endian.
 *
 * <p>The JDK's stream into an array takes a lock for each byte.
 */
final class PageBuffer extends OutputStream {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 12];
  private int size;
  private byte[] packed = new byte[0];

  int size() {
    return size;
  }

  /** Forgets the bytes. */
  void reset() {
    size = 0;
  }

  @Override
  public void write(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    reserve(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  /** Adds a number of four bytes. */
  void writeInt(int value) {
    reserve(Integer.BYTES);
    INTS.set(bytes, size, value);
    size += Integer.BYTES;
  }

  /** Adds numbers of four bytes. */
  void writeInts(long[] values, int from, int to) {
    reserve((to - from) * Integer.BYTES);
    for (int i = from; i < to; i++) {
      INTS.set(bytes, size + (i - from) * Integer.BYTES, (int) values[i]);
    }
    size += (to - from) * Integer.BYTES;
  }

  /** Adds numbers of eight bytes. */
  void writeLongs(long[] values, int from, int to) {
    reserve((to - from) * Long.BYTES);
    for (int i = from; i < to; i++) {
      LONGS.set(bytes, size + (i - from) * Long.BYTES, values[i]);
    }
    size += (to - from) * Long.BYTES;
  }

  /** Adds doubles by their keys. */
  void writeDoubles(long[] keys, int from, int to) {
    reserve((to - from) * Long.BYTES);
    for (int i = from; i < to; i++) {
      LONGS.set(bytes, size + (i - from) * Long.BYTES, NumberKeys.doubleBits(keys[i]));
    }
    size += (to - from) * Long.BYTES;
  }

  /** Adds a number by seven bits a byte, the lowest first. */
  void writeVarInt(int value) {
    int left = value;
    for (; left >>> 7 != 0; left >>>= 7) {
      write(left & 0x7f | 0x80);
    }
    write(left);
  }

  /** Puts a byte where one was written before. */
  void setByte(int at, int value) {
    bytes[at] = (byte) value;
  }

  /** Puts a number of four bytes where one was written before. */
  void setInt(int at, int value) {
    INTS.set(bytes, at, value);
  }

  /** Makes room for so many bytes more. */
  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  /** The bytes, compressed; good until it is asked again. */
  BytesInput compressed() throws IOException {
    int most = Snappy.maxCompressedLength(size);
    packed = packed.length < most ? new byte[most] : packed;
    return BytesInput.from(packed, 0, Snappy.compress(bytes, 0, size, packed, 0));
  }
}
