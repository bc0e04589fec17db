package org.quipu.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The sheets of Excel workbooks, each addressed as {@code book.xlsx!sheet}. A workbook stands for
 * its first visible sheet with a table and for every further one with the same header (a sheet a
 * month, say).
 */
final class Sheets {
  private static final int MARK = ".xlsx!".length();

  private Sheets() {}

  /** Whether a path is a workbook. */
  static boolean isBook(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xlsx") || lower.endsWith(".xlsm");
  }

  private static int mark(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return Math.max(lower.lastIndexOf(".xlsx!"), lower.lastIndexOf(".xlsm!"));
  }

  /** The name of the sheet that a path addresses; null where it addresses none. */
  static String sheet(String path) {
    return mark(path) < 0 ? null : path.substring(mark(path) + MARK);
  }

  /** The path of the workbook. */
  static String book(String path) {
    return mark(path) < 0 ? path : path.substring(0, mark(path) + MARK - 1);
  }

  /** A sheet's fingerprint: the workbook's, or of that and its name where a path addresses it. */
  static String fingerprint(String path, String sha256) {
    String sheet = sheet(path);
    if (sheet == null) {
      return sha256;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((sha256 + "!" + sheet).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The sheets that a workbook stands for; the workbook itself where that is one. */
  static List<InputFile> tables(InputFile book, Storage storage) {
    Map<String, ExcelFiles.Table> sheets = all(book, storage);
    List<String> header =
        sheets.values().stream()
            .filter(Objects::nonNull)
            .map(ExcelFiles.Table::names)
            .findFirst()
            .orElse(List.of());
    List<InputFile> alike =
        sheets.entrySet().stream()
            .filter(each -> each.getValue() != null && each.getValue().names().equals(header))
            .map(each -> at(book, each.getKey()))
            .toList();
    return alike.size() > 1 ? alike : List.of(book);
  }

  /** Every visible sheet that has any table, by its own address. */
  static List<InputFile> each(InputFile book, Storage storage) {
    return all(book, storage).keySet().stream().map(sheet -> at(book, sheet)).toList();
  }

  private static InputFile at(InputFile book, String sheet) {
    return new InputFile(book.source(), book.path() + "!" + sheet, book.bytes(), book.modified());
  }

  /**
   * Visible sheets and their tables; none of a workbook that cannot be read, which is said later.
   */
  static Map<String, ExcelFiles.Table> all(InputFile book, Storage storage) {
    try {
      return ExcelFiles.Workbook.sheets(book, storage);
    } catch (IOException | RuntimeException e) {
      return Map.of();
    }
  }
}
