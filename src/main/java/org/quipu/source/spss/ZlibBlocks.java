package org.quipu.source.spss;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The data of a {@code .zsav} file: zlib streams (RFC 1950) one after the other. */
final class ZlibBlocks extends InputStream {
  private final InputStream packed;
  private final byte[] input = new byte[1 << 16];
  private final Inflater inflater = new Inflater();
  private long left;
  private int lastInput;

  /**
   * @param packed at the first block
   * @param length bytes of all blocks
   */
  ZlibBlocks(InputStream packed, long length) {
    this.packed = packed;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (true) {
        int n = inflater.inflate(buffer, offset, length);
        if (n > 0) {
          return n;
        }
        if (inflater.finished()) {
          int unread = inflater.getRemaining();
          if (unread == 0 && left == 0) {
            return -1;
          }
          // The next block begins where this one ended, perhaps in bytes that are here already.
          int from = lastInput - unread;
          inflater.reset();
          inflater.setInput(input, from, unread);
          lastInput = from + unread;
        } else if (inflater.needsInput() && !fill()) {
          return -1;
        }
      }
    } catch (DataFormatException e) {
      throw new java.util.zip.ZipException(e.getMessage());
    }
  }

  private boolean fill() throws IOException {
    int n = left == 0 ? -1 : packed.read(input, 0, (int) Math.min(input.length, left));
    if (n <= 0) {
      return false;
    }
    left -= n;
    lastInput = n;
    inflater.setInput(input, 0, n);
    return true;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
