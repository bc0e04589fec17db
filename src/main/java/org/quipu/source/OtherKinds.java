package org.quipu.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  /** How archives that are not read begin, and what they are called in either language. */
  private static final Map<String, String> PACKED =
      Map.of(
          "(\u00b5/\u00fd", "zstd",
          "BZh91AY&SY", "bzip2",
          "\u00fd7zXZ\0", "xz",
          "7z\u00bc\u00af'\u001c", "7z",
          "Rar!\u001a\u0007", "rar");

  private OtherKinds() {}

  /** Why a file is not read; none where it may be a table. */
  static Optional<InputException> refusal(String path, byte[] head) {
    // Of bzip2 any size of block.
    String start =
        new String(head, 0, Math.min(LOOKED_AT, head.length), StandardCharsets.ISO_8859_1)
            .replaceFirst("^BZh[1-8]", "BZh9");
    if (start.startsWith("<stata_dta>")) {
      return Optional.of(
          new InputException(
              path + " is a Stata file, which is not read; export it as CSV or Excel (.xlsx).",
              path
                  + " es un archivo de Stata, que no se lee; expórtelo como CSV o Excel (.xlsx)."));
    }
    String packing =
        PACKED.keySet().stream().filter(start::startsWith).findAny().map(PACKED::get).orElse(null);
    if (packing != null) {
      return Optional.of(
          new InputException(
              "%s is packed with %s, which is not read; unpack it, or pack it with gzip or zip."
                  .formatted(path, packing),
              "%s está comprimido con %s, que no se lee; descomprímalo o use gzip o zip."
                  .formatted(path, packing)));
    }
    return Optional.ofNullable(kind(head))
        .map(
            kind ->
                new InputException(
                    path + " is " + kind + ", no table; export the table as CSV or Excel (.xlsx).",
                    path
                        + " es "
                        + SPANISH.get(kind)
                        + ", no una tabla; exporte la tabla como CSV o Excel (.xlsx)."));
  }

  /** What a file is, in English; null where it may be a table. */
  private static String kind(byte[] head) {
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
}
