package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.quipu.config.SourceConfig;

/**
 * Excel workbooks ({@code .xlsx}): the first visible sheet that has rows. The header is the first
 * row that is about as wide as the table below; titles above it are skipped. A record's line is the
 * row's number in the sheet.
 */
final class ExcelFiles implements FileFormat {
  private static final int LOOKED_AT = 50;

  /** The library refuses to look at fewer bytes than a signature has. */
  private static final int MAGIC = 8;

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public boolean recognizes(InputFile file, byte[] head) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx")
        || name.endsWith(".xlsm")
        || isOld(head)
        || head.length >= MAGIC && ReadableWorkbook.isOOXMLZipHeader(head);
  }

  private static boolean isOld(byte[] head) {
    return head.length >= MAGIC && ReadableWorkbook.isOLE2Header(head);
  }

  @Override
  public FileProfile profile(InputFile file, SourceConfig config, Storage storage, long splitBytes)
      throws IOException {
    if (isOld(FileBytes.start(file, storage, MAGIC))) {
      throw new InputException(
          file.path()
              + " is an old (.xls) or a protected workbook; save it as .xlsx without a password.",
          file.path()
              + " es un libro antiguo (.xls) o protegido; guárdelo como .xlsx sin contraseña.");
    }
    List<Row> first = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file, storage)) {
      for (Row row = workbook.next(); row != null && first.size() < LOOKED_AT; ) {
        first.add(row);
        row = workbook.next();
      }
      int at = headerRow(first, workbook.cells);
      if (at < 0) {
        throw new InputException(
            file.path() + ": the workbook has no sheet with a header row.",
            file.path() + ": el libro no tiene ninguna hoja con una fila de encabezado.");
      }
      Row header = first.get(at);
      List<String> names = new ArrayList<>();
      for (int column = 0; column < header.getCellCount(); column++) {
        names.add(workbook.cells.text(header, column).strip());
      }
      while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
        names.remove(names.size() - 1);
      }
      FileProfile bare =
          new FileProfile(
              file,
              id(),
              "",
              false,
              ',',
              FileBytes.fingerprint(file, storage),
              List.of(new Split(0, file.bytes(), header.getRowNum())));
      return bare.withHeader(List.copyOf(names));
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library lets through whatever parsing damaged XML ends in.
      throw unreadable(file, e);
    }
  }

  /** The first row whose texts fill at least half of the widest of the first rows; −1: none. */
  private static int headerRow(List<Row> rows, ExcelCells cells) {
    long widest = rows.stream().mapToLong(row -> filled(row, cells)).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      long filled = filled(rows.get(i), cells);
      if (filled > 0 && filled * 2 >= widest) {
        return i;
      }
    }
    return -1;
  }

  private static long filled(Row row, ExcelCells cells) {
    long filled = 0;
    for (int column = 0; column < row.getCellCount(); column++) {
      filled += cells.text(row, column).isBlank() ? 0 : 1;
    }
    return filled;
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    try {
      Workbook workbook = Workbook.open(profile.file(), storage);
      return new ExcelRecordReader(workbook, profile.written().size(), split.firstLine());
    } catch (RuntimeException e) {
      throw unreadable(profile.file(), e);
    }
  }

  private static InputException unreadable(InputFile file, RuntimeException e) {
    String why = e.getMessage();
    return new InputException(
        file.path() + " is damaged or no Excel workbook: " + why + ".",
        file.path() + " está dañado o no es un libro de Excel: " + why + ".");
  }

  /** An open workbook at its first visible sheet. */
  static final class Workbook implements AutoCloseable {
    final ExcelCells cells;
    private final ReadableWorkbook workbook;
    private final java.util.Iterator<Row> rows;

    private Workbook(ReadableWorkbook workbook) throws IOException {
      this.workbook = workbook;
      this.cells = new ExcelCells(workbook.isDate1904());
      Sheet sheet =
          workbook
              .getSheets()
              .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseGet(workbook::getFirstSheet);
      this.rows = sheet.openStream().filter(Objects::nonNull).iterator();
    }

    static Workbook open(InputFile file, Storage storage) throws IOException {
      try (InputStream in = storage.open(file.path(), 0)) {
        return new Workbook(new ReadableWorkbook(in, new ReadingOptions(true, true)));
      } catch (java.util.zip.ZipException | java.io.EOFException e) {
        throw new ExcelReaderException(e.getMessage(), e);
      }
    }

    /** The next row that is not empty; null at the end. */
    Row next() {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (filled(row, cells) > 0) {
          return row;
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      workbook.close();
    }
  }
}
