package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stretch of a stream that a reader of records looks at. Its fields are read in loops over
 * every byte of a file.
 */
final class ByteWindow {
  private static final int SIZE = 1 << 16;

  private final InputStream in;

  /** From {@link #position} to {@link #limit} there are bytes. */
  byte[] bytes = new byte[SIZE];

  int position;
  int limit;

  /** Whether no bytes will follow after {@link #limit}. */
  boolean end;

  /** Why no bytes follow although the data should go on; null where they have ended. */
  Defect damage;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** Reads on, keeping the bytes from the position on; false at the end. */
  boolean fill() throws IOException {
    if (end) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int before = limit;
    try {
      while (limit < bytes.length) {
        int n = in.read(bytes, limit, bytes.length - limit);
        if (n < 0) {
          end = true;
          break;
        }
        limit += n;
      }
    } catch (DamagedData e) {
      damage = e.defect();
      end = true;
    }
    return limit > before;
  }

  /** One past the line end at {@code p}; {@code \r\n} is one. */
  int afterLineEnd(int p) {
    return bytes[p] == '\r' && p + 1 < limit && bytes[p + 1] == '\n' ? p + 2 : p + 1;
  }

  /** Line ends between two places. */
  long lines(int from, int to) {
    long lines = 0;
    for (int p = from; p < to; p++) {
      if (bytes[p] == '\n' || bytes[p] == '\r' && (p + 1 == limit || bytes[p + 1] != '\n')) {
        lines++;
      }
    }
    return lines;
  }

  /** The end of the line that {@code p} stands in, before its line end. */
  int lineStop(int p) {
    int stop = p;
    while (stop < limit && bytes[stop] != '\n' && bytes[stop] != '\r') {
      stop++;
    }
    return stop;
  }

  /** Moves behind the next {@code \n}. */
  void skipLine() throws IOException {
    boolean ends = false;
    while (!ends) {
      while (position < limit && bytes[position] != '\n') {
        position++;
      }
      ends = position < limit || !fill();
    }
    position = Math.min(position + 1, limit);
  }

  void close() throws IOException {
    in.close();
  }
}
