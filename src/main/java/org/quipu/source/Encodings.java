package org.quipu.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.quipu.config.ConfigException;
import org.quipu.config.SourceConfig;

/**
 * Character sets of the field. Where none is configured: a byte-order mark decides; else a file
 * that is well-formed UTF-8 is UTF-8; else it is windows-1252, of which Latin-1's printable part is
 * a subset and whose 0x80–0x9F are real characters in Peruvian files.
 */
final class Encodings {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

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
      String key = "sources." + source + ".encoding";
      throw new ConfigException(
          key,
          key
              + " = "
              + name
              + " is not known; use auto, utf-8, latin1, windows-1252, utf-16 or utf-32.",
          key
              + " = "
              + name
              + " no se conoce; use auto, utf-8, latin1, windows-1252, utf-16 o utf-32.");
    }
  }

  /**
   * The character set that configuration, a byte-order mark, or the zeros of UTF-16 and UTF-32
   * tell; null where none does.
   *
   * @throws ConfigException if the configured name is not known
   */
  static Charset known(SourceConfig config, byte[] head) {
    if (!config.encoding().equals("auto")) {
      return named(config.name(), config.encoding());
    }
    // First, as the mark of UTF-32 begins like that of UTF-16.
    Charset wide = ofUtf32(head);
    Charset marked = wide != null ? wide : ofByteOrderMark(head);
    return marked != null ? marked : ofZeros(head);
  }

  /** The character set of a file that tells nothing but its bytes. */
  static Charset of(FileScan.Result scan) {
    // Text in windows-1252 hardly ever looks like UTF-8; where it mostly does, it is, with damage.
    return scan.isUtf8() || scan.wellFormed() > scan.illFormed()
        ? StandardCharsets.UTF_8
        : WINDOWS_1252;
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

  /**
   * UTF-32, in which some statistics packages and databases export, by its mark or by its zeros: of
   * the four bytes of each character the highest is always 0, and the next nearly so.
   */
  private static Charset ofUtf32(byte[] head) {
    if (startsWith(head, 0xff, 0xfe, 0, 0)) {
      return UTF_32LE;
    }
    if (startsWith(head, 0, 0, 0xfe, 0xff)) {
      return UTF_32BE;
    }
    int[] zeros = new int[4];
    int characters = head.length / 4;
    for (int i = 0; i < 4 * characters; i++) {
      zeros[i & 3] += head[i] == 0 ? 1 : 0;
    }
    if (characters < 2) {
      return null;
    }
    int half = characters / 2;
    if (zeros[3] == characters && zeros[2] > half && zeros[0] < half) {
      return UTF_32LE;
    }
    return zeros[0] == characters && zeros[1] > half && zeros[3] < half ? UTF_32BE : null;
  }

  /** Western text in UTF-16 has a zero in every other byte. */
  private static Charset ofZeros(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    int many = head.length / 3;
    if (head.length >= 4 && zeros[1] > many && zeros[0] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return head.length >= 4 && zeros[0] > many && zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
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
