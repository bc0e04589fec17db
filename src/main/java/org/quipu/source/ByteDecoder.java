package org.quipu.source;

import java.nio.charset.Charset;

/**
 * From bytes above ASCII to characters, one at a time, remembering what could not be decoded. Two
 * encodings are enough: everything else is brought to UTF-8 first.
 */
final class ByteDecoder {
  static final Defect UNDECODABLE =
      new Defect(
          "The row holds bytes that are no text in the file's encoding.",
          "La fila contiene bytes que no son texto en la codificación del archivo.");

  private static final char REPLACEMENT = '\uFFFD';
  private static final char[] WINDOWS_1252 = new char[256];

  static {
    byte[] one = new byte[1];
    for (int b = 0; b < 256; b++) {
      one[0] = (byte) b;
      WINDOWS_1252[b] = new String(one, Encodings.WINDOWS_1252).charAt(0);
    }
  }

  private final boolean utf8;
  private final boolean replaced;
  private final boolean mixed;
  private int out;
  private boolean undecodable;
  private boolean misread;

  private ByteDecoder(boolean utf8, boolean replaced, boolean mixed) {
    this.utf8 = utf8;
    this.replaced = replaced;
    this.mixed = mixed;
  }

  /** UTF-8, or windows-1252. */
  static boolean reads(Charset charset) {
    return charset.equals(java.nio.charset.StandardCharsets.UTF_8)
        || charset.equals(java.nio.charset.StandardCharsets.US_ASCII)
        || charset.equals(Encodings.WINDOWS_1252);
  }

  /**
   * @param charset of the file
   * @param mixed whether the file also holds rows of another encoding
   */
  static ByteDecoder of(Charset charset, boolean mixed) {
    boolean windows = charset.equals(Encodings.WINDOWS_1252);
    return new ByteDecoder(!windows, !reads(charset), windows && mixed);
  }

  /** Begins a record. */
  void begin() {
    undecodable = false;
    misread = false;
  }

  /** Whether the record holds bytes that are no text of this encoding. */
  boolean failed() {
    return undecodable || misread;
  }

  /** What is wrong with the record. */
  Defect defect() {
    return misread
        ? new Defect(
            "The row is in UTF-8, the rest of the file in windows-1252; its letters would be"
                + " misread.",
            "La fila está en UTF-8 y el resto del archivo en windows-1252; sus letras se leerían"
                + " mal.")
        : UNDECODABLE;
  }

  /** One past the last character written. */
  int out() {
    return out;
  }

  void out(int position) {
    this.out = position;
  }

  /**
   * Decodes the character at {@code p}.
   *
   * @param last whether no bytes will follow after {@code limit}
   * @return the position behind it; −1 where its bytes are not all there yet
   */
  int decode(byte[] bytes, int p, int limit, boolean last, char[] chars, int at) {
    if (!utf8) {
      return windows1252(bytes, p, limit, chars, at);
    }
    int first = bytes[p] & 0xff;
    int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length == 0) {
      return undecodable(p, chars, at);
    }
    int code = first & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      if (p + i >= limit) {
        return last ? undecodable(p, chars, at) : -1;
      }
      int b = bytes[p + i] & 0xff;
      if ((b & 0xc0) != 0x80) {
        return undecodable(p, chars, at);
      }
      code = code << 6 | b & 0x3f;
    }
    if (length == 3 && (code < 0x800 || code >= 0xd800 && code < 0xe000)
        || length == 4 && (code < 0x10000 || code > 0x10ffff)) {
      return undecodable(p, chars, at);
    }
    undecodable |= replaced && code == REPLACEMENT;
    out = at + Character.toChars(code, chars, at);
    return p + length;
  }

  private int windows1252(byte[] bytes, int p, int limit, char[] chars, int at) {
    int b = bytes[p] & 0xff;
    // Ã or Â before a sign of 0x80–0xBF is what UTF-8 looks like when it is taken for this.
    if (mixed && (b == 0xc2 || b == 0xc3) && p + 1 < limit && (bytes[p + 1] & 0xc0) == 0x80) {
      misread = true;
    }
    undecodable |= WINDOWS_1252[b] == REPLACEMENT;
    chars[at] = WINDOWS_1252[b];
    out = at + 1;
    return p + 1;
  }

  private int undecodable(int p, char[] chars, int at) {
    undecodable = true;
    chars[at] = REPLACEMENT;
    out = at + 1;
    return p + 1;
  }
}
