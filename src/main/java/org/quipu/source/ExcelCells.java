package org.quipu.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * The cells of a workbook as texts (ECMA-376, 18.8.30 for the built-in formats): whole numbers
 * without a point, with the leading zeros that a format such as {@code 00000000} shows; other
 * numbers in their shortest form; dates in ISO 8601; formulas by their last result.
 */
final class ExcelCells {
  private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
  private static final double SECONDS_A_DAY = 86_400;

  /** 31 December 9999, the last day that a workbook shows as one. */
  private static final double LAST_DAY = 2_958_465;

  private final LocalDateTime epoch;

  ExcelCells(boolean since1904) {
    this.epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
  }

  String text(Row row, int column) {
    Cell cell = row.getOptionalCell(column).orElse(null);
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return cell.asBoolean() ? "1" : "0";
    }
    if (cell.getType() == CellType.NUMBER) {
      return number(cell.asNumber(), cell);
    }
    if (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal number) {
      return number(number, cell);
    }
    String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
    return text == null ? "" : text;
  }

  private String number(BigDecimal number, Cell cell) {
    String format = cell.getDataFormatString();
    Integer id = cell.getDataFormatId();
    if (isDate(id, format) && Math.abs(number.doubleValue()) < LAST_DAY + 1) {
      return date(number.doubleValue());
    }
    String text = NumberText.of(number.doubleValue());
    boolean padded = format != null && format.matches("0{2,}") && text.matches("\\d+");
    return padded ? "0".repeat(Math.max(0, format.length() - text.length())) + text : text;
  }

  private static boolean isDate(Integer id, String format) {
    if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
      return true;
    }
    if (format == null || format.equalsIgnoreCase("general")) {
      return false;
    }
    // What stands in quotes, in brackets or behind a backslash is shown, not computed.
    String computed = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return computed.toLowerCase(Locale.ROOT).matches(".*[ymdh].*");
  }

  private String date(double days) {
    long seconds = Math.round(days * SECONDS_A_DAY);
    LocalDateTime time = epoch.plus(seconds, ChronoUnit.SECONDS);
    return time.toLocalTime().toSecondOfDay() == 0
        ? time.toLocalDate().toString()
        : time.truncatedTo(ChronoUnit.SECONDS)
            .format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }
}
