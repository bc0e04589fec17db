package org.quipu.source.spss;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The eight-byte elements of the cases, plain or byte-compressed: there, eight commands go before
 * the bytes that they call for.
 */
final class SavElements {
  private static final int END = 252;
  private static final int VERBATIM = 253;
  private static final int SPACES = 254;
  private static final int SYSTEM_MISSING = 255;

  private final InputStream in;
  private final SavHeader header;
  private final boolean compressed;
  private final byte[] commands = new byte[8];
  private int command = commands.length;
  private boolean ended;

  SavElements(InputStream in, SavHeader header) {
    this.in = in;
    this.header = header;
    this.compressed = header.compression() != SavHeader.UNCOMPRESSED;
  }

  /**
   * Reads the next element.
   *
   * @return false at the end of the data
   * @throws EOFException if the data end within an element
   */
  boolean next(byte[] element) throws IOException {
    return compressed ? nextCompressed(element) : whole(element);
  }

  private boolean nextCompressed(byte[] element) throws IOException {
    while (!ended) {
      if (command == commands.length) {
        if (!whole(commands)) {
          return false;
        }
        command = 0;
      }
      int code = commands[command++] & 0xff;
      switch (code) {
        case 0:
          break;
        case END:
          ended = true;
          break;
        case VERBATIM:
          if (!whole(element)) {
            throw new EOFException("the data end where a value is due");
          }
          return true;
        case SPACES:
          Arrays.fill(element, (byte) ' ');
          return true;
        case SYSTEM_MISSING:
          put(element, header.systemMissing());
          return true;
        default:
          put(element, code - header.bias());
          return true;
      }
    }
    return false;
  }

  private void put(byte[] element, double value) {
    ByteBuffer.wrap(element).order(header.order()).putDouble(value);
  }

  private boolean whole(byte[] bytes) throws IOException {
    int n = in.readNBytes(bytes, 0, bytes.length);
    if (n > 0 && n < bytes.length) {
      throw new EOFException("the data end within a value");
    }
    return n == bytes.length;
  }
}
