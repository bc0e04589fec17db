package org.quipu.source.spss;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers and bytes of a system file in the byte order of the machine that wrote it. */
final class SavInput {
  private static final int LARGEST_PIECE = 1 << 28;

  private final InputStream in;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private long position;

  SavInput(InputStream in) {
    this.in = in;
  }

  void order(ByteOrder newOrder) {
    this.order = newOrder;
  }

  ByteOrder order() {
    return order;
  }

  InputStream stream() {
    return in;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  byte[] bytes(int length) throws IOException {
    if (length < 0 || length > LARGEST_PIECE) {
      throw new SavFormatException(
          "a piece of " + length + " bytes at byte " + position + " cannot be",
          "no puede haber una pieza de " + length + " bytes en el byte " + position);
    }
    byte[] bytes = in.readNBytes(length);
    position += bytes.length;
    if (bytes.length < length) {
      throw new EOFException("the file ends at byte " + position);
    }
    return bytes;
  }

  void skip(int length) throws IOException {
    bytes(length);
  }

  int integer() throws IOException {
    return buffer(4).getInt();
  }

  long longInteger() throws IOException {
    return buffer(8).getLong();
  }

  double number() throws IOException {
    return buffer(8).getDouble();
  }

  private ByteBuffer buffer(int length) throws IOException {
    return ByteBuffer.wrap(bytes(length)).order(order);
  }
}
