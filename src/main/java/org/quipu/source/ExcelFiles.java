package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.quipu.config.SourceConfig;

/**
 * Excel workbooks ({@code .xlsx}): the sheet that the path names ({@code book.xlsx!sheet}), else
 * the first visible one with a table; see {@link Sheets}. Titles above the header are skipped, as
 * {@link HeaderRows} says. A record's line is the row's number in the sheet.
 */
final class ExcelFiles implements FileFormat {
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
    try (Workbook workbook = Workbook.open(file, storage)) {
      Table table = workbook.table();
      if (table == null) {
        throw new InputException(
            file.path() + ": the workbook has no sheet with a header row.",
            file.path() + ": el libro no tiene ninguna hoja con una fila de encabezado.");
      }
      String sha256 = FileBytes.fingerprint(file, storage);
      FileProfile bare =
          new FileProfile(
              file,
              id(),
              "",
              false,
              ',',
              Sheets.fingerprint(file.path(), sha256),
              List.of(new Split(0, file.bytes(), table.headerLine)));
      return bare.withHeader(table.names);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library lets through whatever parsing damaged XML ends in.
      throw unreadable(file, e);
    }
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

  /**
   * The table on a sheet.
   *
   * @param headerLine the row of the sheet that its header ends on
   */
  record Table(int headerLine, List<String> names) {}

  /**
   * An open workbook at the sheet that a path names, else at the first visible one with a table.
   */
  static final class Workbook implements AutoCloseable {
    final ExcelCells cells;
    private final ReadableWorkbook workbook;
    private Sheet sheet;
    private Iterator<Row> rows;

    private Workbook(ReadableWorkbook workbook) {
      this.workbook = workbook;
      this.cells = new ExcelCells(workbook.isDate1904());
    }

    static Workbook open(InputFile file, Storage storage) throws IOException {
      String named = Sheets.sheet(file.path());
      Workbook open = bare(file, storage);
      List<Sheet> visible = open.visible();
      Sheet chosen = visible.get(0);
      for (int i = visible.size() - 1; i >= 0; i--) {
        open.stand(visible.get(i));
        boolean isTable = open.table() != null && filled(open.table().names) > 1;
        chosen = named == null && isTable ? visible.get(i) : chosen;
        chosen = visible.get(i).getName().equals(named) ? visible.get(i) : chosen;
      }
      open.stand(chosen);
      return open;
    }

    private static Workbook bare(InputFile file, Storage storage) throws IOException {
      try (InputStream in = storage.open(file.path(), 0)) {
        return new Workbook(readable(in));
      }
    }

    /** What the library cannot open is no workbook, or not all of one. */
    private static ReadableWorkbook readable(InputStream in) {
      try {
        return new ReadableWorkbook(in, new ReadingOptions(true, true));
      } catch (IOException e) {
        throw new ExcelReaderException(e.getMessage(), e);
      }
    }

    private List<Sheet> visible() {
      List<Sheet> visible =
          workbook
              .getSheets()
              .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
              .toList();
      return visible.isEmpty() ? List.of(workbook.getFirstSheet()) : visible;
    }

    /** Every visible sheet with what stands on it; null where that is no table. */
    static Map<String, Table> sheets(InputFile file, Storage storage) throws IOException {
      Map<String, Table> sheets = new LinkedHashMap<>();
      try (Workbook open = bare(file, storage)) {
        for (Sheet each : open.visible()) {
          open.stand(each);
          Table table = open.table();
          sheets.put(each.getName(), table == null || filled(table.names) < 2 ? null : table);
        }
      }
      return sheets;
    }

    private void stand(Sheet at) throws IOException {
      this.sheet = at;
      this.rows = at.openStream().filter(Objects::nonNull).iterator();
    }

    /** The table of the sheet that this stands at, whose rows are then given from the first on. */
    Table table() throws IOException {
      List<List<String>> first = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      for (Row row = next(); row != null && first.size() < HeaderRows.LOOKED_AT; row = next()) {
        first.add(texts(row));
        lines.add(row.getRowNum());
      }
      stand(sheet);
      HeaderRows header = HeaderRows.of(first);
      if (header == null) {
        return null;
      }
      List<String> names = new ArrayList<>(header.names());
      while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
        names.remove(names.size() - 1);
      }
      return new Table(lines.get(header.last()), List.copyOf(names));
    }

    private List<String> texts(Row row) {
      List<String> texts = new ArrayList<>();
      for (int column = 0; column < row.getCellCount(); column++) {
        texts.add(cells.text(row, column));
      }
      return texts;
    }

    private static long filled(List<String> texts) {
      return texts.stream().filter(text -> !text.isBlank()).count();
    }

    /** The next row that is not empty; null at the end. */
    Row next() {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (filled(texts(row)) > 0) {
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
