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
    return profile.withHeader(header(profile, storage));
  }

  private static boolean isByteWise(Charset charset) {
    return charset == null || ByteDecoder.reads(charset);
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    CsvRecordReader reader = open(profile, split, storage);
    if (split.start() == 0) {
      headerOf(reader);
    }
    return reader;
  }

  /** Reads up to the header; Excel may have put a line before it that names the separator. */
  private static TextRecord headerOf(CsvRecordReader reader) throws IOException {
    TextRecord first = reader.next();
    boolean named =
        first != null && first.width() <= 2 && first.text(0).startsWith(Separators.NAMED);
    return named ? reader.next() : first;
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
        split.firstLine());
  }

  /** The head as text, for looking at separators and names. */
  private static String text(byte[] head, Charset charset) {
    return new String(head, charset == null ? Encodings.WINDOWS_1252 : charset);
  }

  private static List<String> header(FileProfile profile, Storage storage) throws IOException {
    try (CsvRecordReader reader = open(profile, profile.splits().get(0), storage)) {
      TextRecord first = headerOf(reader);
      if (first == null) {
        throw empty(profile.file());
      }
      if (first.defect() != null) {
        throw new InputException(
            profile.file().path() + ", line " + first.line() + ": " + first.defect().en(),
            profile.file().path() + ", línea " + first.line() + ": " + first.defect().es());
      }
      List<String> names = new ArrayList<>();
      for (int field = 0; field < first.width(); field++) {
        names.add(first.text(field).strip());
      }
      return List.copyOf(names);
    }
  }

  private static InputException empty(InputFile file) {
    return new InputException(
        file.path() + ", line 1: the file is empty; a header with column names is expected.",
        file.path()
            + ", línea 1: el archivo está vacío; se espera un encabezado con los nombres"
            + " de las columnas.");
  }
}
