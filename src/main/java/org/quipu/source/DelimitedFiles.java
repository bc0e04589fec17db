package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quipu.config.SourceConfig;

/** Delimited text files (CSV and its relatives), plain or gzipped. */
final class DelimitedFiles implements FileFormat {
  private static final int HEAD = 64 * 1024;
  private static final String GZIPPED = "csv.gz";

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public boolean recognizes(InputFile file, byte[] head) {
    return true;
  }

  @Override
  public FileProfile profile(InputFile file, SourceConfig config, Storage storage, long splitBytes)
      throws IOException {
    boolean gzip = Gzip.recognizes(FileBytes.start(file, storage, 4));
    byte[] head = FileBytes.head(file, storage, gzip, HEAD);
    if (head.length == 0) {
      throw empty(file);
    }
    if (config.format().equals("auto")) {
      OtherKinds.refusal(file.path(), head)
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
    Charset known = Encodings.known(config, head);
    char separator = Separators.of(config, text(head, known));
    boolean cuttable = !gzip && !ZipEntries.isEntry(file.path()) && isByteWise(known);
    FileBytes.Seen<FileScan.Result> seen =
        FileBytes.see(
            file,
            storage,
            gzip,
            in -> FileScan.of(in, separator, cuttable ? splitBytes : Long.MAX_VALUE));
    FileScan.Result scan = seen.found();
    Charset charset = known != null ? known : Encodings.of(scan);
    FileProfile profile =
        new FileProfile(
            file,
            gzip ? GZIPPED : id(),
            charset.name().toLowerCase(Locale.ROOT),
            known == null && scan.wellFormed() > 0 && scan.illFormed() > 0,
            separator,
            seen.sha256(),
            scan.splits());
    Header header = header(profile, storage);
    return profile.withParts(below(header.line, scan.splits())).withHeader(header.names);
  }

  private static boolean isByteWise(Charset charset) {
    return charset == null || ByteDecoder.reads(charset);
  }

  /** The parts of a file, of which the first begins with the rows below the header. */
  private static List<Split> below(long headerLine, List<Split> splits) {
    int next = 1;
    while (next < splits.size() && splits.get(next).firstLine() <= headerLine) {
      next++;
    }
    List<Split> parts = new ArrayList<>();
    parts.add(new Split(0, splits.get(next - 1).end(), headerLine + 1));
    parts.addAll(splits.subList(next, splits.size()));
    return List.copyOf(parts);
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    CsvRecordReader reader = open(profile, split, storage);
    reader.expect(profile.written());
    if (split.start() == 0) {
      // What stands above the first line of the first part is header and titles.
      reader.skipTo(split.firstLine());
    }
    return reader;
  }

  private static CsvRecordReader open(FileProfile profile, Split split, Storage storage)
      throws IOException {
    Charset charset = Charset.forName(profile.encoding());
    boolean gzip = profile.format().equals(GZIPPED);
    InputStream bytes = FileBytes.open(profile.file(), storage, gzip, split.start());
    if (profile.splits().size() > 1) {
      bytes = new BoundedInputStream(bytes, split.end() - split.start());
    }
    if (!ByteDecoder.reads(charset)) {
      bytes = new Utf8Stream(new InputStreamReader(FileBytes.buffered(bytes), charset));
    }
    return new CsvRecordReader(
        split.start() == 0 ? new WithoutByteOrderMark(bytes) : bytes,
        ByteDecoder.of(charset, profile.mixed()),
        profile.separator(),
        split.start() == 0 ? 1 : split.firstLine());
  }

  /** The head as text, for looking at separators and names. */
  private static String text(byte[] head, Charset charset) {
    return new String(head, charset == null ? Encodings.WINDOWS_1252 : charset);
  }

  /** The columns' names, and the last line that they stand on. */
  private record Header(long line, List<String> names) {}

  private static Header header(FileProfile profile, Storage storage) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    Split whole = new Split(0, Long.MAX_VALUE, 1);
    try (CsvRecordReader reader = open(profile.withParts(List.of(whole)), whole, storage)) {
      while (rows.size() < HeaderRows.LOOKED_AT) {
        TextRecord row = reader.next();
        if (row == null) {
          break;
        }
        // Excel may have put a line first that names the separator.
        if (row.line() == 1 && row.width() <= 2 && row.text(0).startsWith(Separators.NAMED)) {
          continue;
        }
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < row.width(); field++) {
          texts.add(row.text(field).strip());
        }
        rows.add(texts);
        lines.add(row.line());
        defects.add(row.defect());
      }
    }
    HeaderRows header = HeaderRows.of(rows);
    if (rows.isEmpty() || header == null && defects.get(0) == null) {
      throw empty(profile.file());
    }
    for (int i = 0; i <= (header == null ? 0 : header.last()); i++) {
      if (defects.get(i) != null) {
        throw new InputException(
            profile.file().path() + ", line " + lines.get(i) + ": " + defects.get(i).en(),
            profile.file().path() + ", línea " + lines.get(i) + ": " + defects.get(i).es());
      }
    }
    return new Header(lines.get(header.last()), header.names());
  }

  private static InputException empty(InputFile file) {
    return new InputException(
        file.path() + ", line 1: the file is empty; a header with column names is expected.",
        file.path()
            + ", línea 1: el archivo está vacío; se espera un encabezado con los nombres"
            + " de las columnas.");
  }
}
