package org.quipu.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Files that people take for tables and that are none, by how they begin. */
final class OtherKinds {
  private static final int LOOKED_AT = 256;
  private static final Map<String, String> SPANISH =
      Map.of(
          "a PDF document", "un documento PDF",
          "a web page (HTML)", "una página web (HTML)",
          "an XML document", "un documento XML",
          "a picture", "una imagen",
          "a rich-text document", "un documento RTF");

  private OtherKinds() {}

  /** What a file is, in English; null where it may be a table. */
  static String of(byte[] head) {
    String start =
        new String(head, 0, Math.min(LOOKED_AT, head.length), StandardCharsets.ISO_8859_1)
            .replace("\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("%pdf-")) {
      return "a PDF document";
    }
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "a web page (HTML)";
    }
    if (start.startsWith("<?xml")) {
      return start.contains("<html") ? "a web page (HTML)" : "an XML document";
    }
    if (start.startsWith("\u0089png") || start.startsWith("\u00ff\u00d8\u00ff")) {
      return "a picture";
    }
    return start.startsWith("{\\rtf") ? "a rich-text document" : null;
  }

  static String spanish(String kind) {
    return SPANISH.get(kind);
  }
}
