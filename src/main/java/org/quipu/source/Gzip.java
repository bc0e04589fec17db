package org.quipu.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Gzipped data (RFC 1952), one member or several; where it is damaged, {@link DamagedData}. */
final class Gzip extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private Gzip(InputStream unpacked) {
    super(unpacked);
  }

  /** Whether bytes begin as gzip does. */
  static boolean recognizes(byte[] head) {
    return head.length > 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  static InputStream unpack(InputStream raw) throws IOException {
    try {
      return new Gzip(new GZIPInputStream(raw, BUFFER));
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  private static DamagedData damaged(IOException e) {
    boolean cut = e instanceof EOFException;
    String why = cut ? "" : " (" + e.getMessage() + ")";
    return new DamagedData(
        new Defect(
            "The compressed (gzip) file "
                + (cut ? "ends early" : "is damaged" + why)
                + "; rows after this place could not be read.",
            "El archivo comprimido (gzip) "
                + (cut ? "termina antes de tiempo" : "está dañado" + why)
                + "; las filas después de este lugar no se pudieron leer."),
        e);
  }
}
