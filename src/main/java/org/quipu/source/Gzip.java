package org.quipu.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzipped data (RFC 1952), one member or several; where it is damaged, {@link DamagedData}. Java's
 * own {@code GZIPInputStream} takes whatever follows a whole member, and is no whole header of
 * another, for the end: of a file whose second member is harmed it gives the first, and no error.
 */
final class Gzip extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream raw;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] one = new byte[1];

  /** Packed bytes that were read but not unpacked, outside of members. */
  private int at;

  private int end;
  private boolean ended;

  private Gzip(InputStream raw) {
    this.raw = raw;
  }

  /** Whether bytes begin as gzip does. */
  static boolean recognizes(byte[] head) {
    return head.length > 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  static InputStream unpack(InputStream raw) throws IOException {
    Gzip gzip = new Gzip(raw);
    try {
      gzip.header(gzip.next());
      return gzip;
    } catch (EOFException e) {
      throw cut(e);
    }
  }

  @Override
  public int read() throws IOException {
    int n = read(one, 0, 1);
    return n < 0 ? n : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!ended) {
        int n = inflater.inflate(into, offset, length);
        if (n > 0) {
          checksum.update(into, offset, n);
          return n;
        }
        if (inflater.finished()) {
          endOfMember();
        } else if (inflater.needsDictionary()) {
          throw damaged("its bytes make no sense", "sus bytes no tienen sentido", null);
        } else if (inflater.needsInput()) {
          require(fill());
          inflater.setInput(buffer, at, end - at);
          at = end;
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw damaged("its bytes make no sense", "sus bytes no tienen sentido", e);
    } catch (EOFException e) {
      throw cut(e);
    }
  }

  /** What a member ends with, and what another begins with, if any. */
  private void endOfMember() throws IOException {
    at = end - inflater.getRemaining();
    if (little(4) != checksum.getValue()) {
      throw damaged("a checksum does not fit", "una suma de control no coincide", null);
    }
    if (little(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damaged("a length does not fit", "una longitud no coincide", null);
    }
    int next = 0;
    // Tapes and disks fill their blocks up with zeros.
    while (next == 0) {
      if (at == end && !fill()) {
        ended = true;
        return;
      }
      next = next();
    }
    header(next);
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || next() != 0x8b) {
      throw damaged("what follows is no gzip", "lo que sigue no es gzip", null);
    }
    if (next() != DEFLATE) {
      throw damaged("its way of packing is not known", "no se conoce su compresión", null);
    }
    int flags = next();
    // Time, level and system.
    little(6);
    if ((flags & EXTRA) != 0) {
      for (long left = little(2); left > 0; left--) {
        next();
      }
    }
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        while (next() != 0) {
          continue;
        }
      }
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      little(2);
    }
    checksum.reset();
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    at = end;
  }

  private long little(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) next() << (8 * i);
    }
    return value;
  }

  private int next() throws IOException {
    require(at < end || fill());
    return buffer[at++] & 0xff;
  }

  private static void require(boolean there) throws EOFException {
    if (!there) {
      throw new EOFException();
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, raw.read(buffer, 0, BUFFER));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    raw.close();
  }

  private static DamagedData damaged(String en, String es, Exception cause) {
    return broken("is damaged (" + en + ")", "está dañado (" + es + ")", cause);
  }

  private static DamagedData cut(EOFException cause) {
    return broken("ends early", "termina antes de tiempo", cause);
  }

  private static DamagedData broken(String en, String es, Exception cause) {
    return new DamagedData(
        new Defect(
            "The compressed (gzip) file " + en + "; rows after this place could not be read.",
            "El archivo comprimido (gzip) "
                + es
                + "; las filas después de este lugar no se pudieron leer."),
        cause instanceof IOException known ? known : new IOException(cause));
  }
}
