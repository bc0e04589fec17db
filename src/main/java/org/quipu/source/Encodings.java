package org.quipu.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * Character sets of the field. Where none is configured: a byte-order mark decides; else a file
 * that is well-formed UTF-8 is UTF-8; else it is windows-1252, of which Latin-1's printable part is
 * a subset and whose 0x80–0x9F are real characters in Peruvian files.
 */
final class Encodings {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Encodings() {}

  /** The character set that a configured name stands for; Latin-1 is read as windows-1252. */
  static Charset named(String source, String name) {
    String normal = name.trim().toLowerCase(Locale.ROOT).replace("_", "-");
    if (normal.matches("latin-?1|iso-?8859-?1|cp-?1252|windows-?1252|ansi")) {
      return WINDOWS_1252;
    }
    try {
      return Charset.forName(normal);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(
          "Source "
              + source
              + ": encoding '"
              + name
              + "' is not known; use auto, utf-8, latin1,"
              + " windows-1252 or utf-16.",
          "Fuente "
              + source
              + ": la codificación «"
              + name
              + "» no se conoce; use auto, utf-8,"
              + " latin1, windows-1252 o utf-16.");
    }
  }

  /** The character set that a byte-order mark names, or null where there is none. */
  static Charset ofByteOrderMark(byte[] head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(head, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
