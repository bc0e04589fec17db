package org.quipu.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.quipu.config.SourceConfig;

/** Delimited text files (CSV and its relatives), plain or gzipped. */
final class DelimitedFiles implements FileFormat {
  private static final int HEAD = 64 * 1024;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

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
    byte[] head = head(file, storage);
    if (head.length == 0) {
      throw new InputException(
          file.path() + ", line 1: the file is empty; a header with column names is expected.",
          file.path()
              + ", línea 1: el archivo está vacío; se espera un encabezado con los nombres"
              + " de las columnas.");
    }
    Charset marked = Encodings.ofByteOrderMark(head);
    char separator = separator(config, text(head, marked));
    boolean cuttable = !isGzip(file) && (marked == null || marked == StandardCharsets.UTF_8);
    FileScan.Result scan;
    try (InputStream in = storage.open(file.path(), 0)) {
      scan = FileScan.of(in, separator, cuttable ? splitBytes : Long.MAX_VALUE);
    }
    Charset charset = charset(config, marked, isGzip(file) ? isUtf8(head) : scan.utf8());
    return new FileProfile(
        file,
        "csv",
        charset.name().toLowerCase(java.util.Locale.ROOT),
        separator,
        header(file, text(head, charset), separator),
        scan.sha256(),
        scan.splits());
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    InputStream bytes = storage.open(profile.file().path(), split.start());
    if (isGzip(profile.file())) {
      bytes = new GZIPInputStream(bytes, 1 << 16);
    } else {
      bytes = new BoundedInputStream(bytes, split.end() - split.start());
    }
    InputStreamReader text =
        new InputStreamReader(
            new BufferedInputStream(bytes, 1 << 16), Charset.forName(profile.encoding()));
    CsvRecordReader reader = new CsvRecordReader(text, profile.separator(), split.firstLine());
    if (split.start() == 0) {
      reader.next();
    }
    return reader;
  }

  private static boolean isGzip(InputFile file) {
    return file.name().endsWith(".gz");
  }

  private static byte[] head(InputFile file, Storage storage) throws IOException {
    try (InputStream raw = storage.open(file.path(), 0);
        InputStream in = isGzip(file) ? new GZIPInputStream(raw) : raw) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean isUtf8(byte[] head) throws IOException {
    return FileScan.of(new java.io.ByteArrayInputStream(head), ',', Long.MAX_VALUE).utf8();
  }

  private static Charset charset(SourceConfig config, Charset marked, boolean utf8) {
    if (!config.encoding().equals("auto")) {
      return Encodings.named(config.name(), config.encoding());
    }
    if (marked != null) {
      return marked;
    }
    return utf8 ? StandardCharsets.UTF_8 : Encodings.WINDOWS_1252;
  }

  /** The head as text, for looking at separators and names; without its byte-order mark. */
  private static String text(byte[] head, Charset charset) {
    String text = new String(head, charset == null ? Encodings.WINDOWS_1252 : charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * The configured separator, or the candidate that stands most often in the header outside quotes.
   */
  private static char separator(SourceConfig config, String head) {
    String configured = config.separator();
    if (!configured.equals("auto")) {
      return configured.equals("\\t") ? '\t' : configured.charAt(0);
    }
    char best = ',';
    long most = 0;
    for (char candidate : SEPARATORS) {
      long count = outsideQuotes(head, candidate);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static long outsideQuotes(String head, char candidate) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r') && i > 0) {
        break;
      } else if (!quoted && c == candidate) {
        count++;
      }
    }
    return count;
  }

  private static List<String> header(InputFile file, String head, char separator)
      throws IOException {
    try (CsvRecordReader reader = new CsvRecordReader(new StringReader(head), separator, 1)) {
      TextRecord first = reader.next();
      List<String> names = new ArrayList<>();
      for (int field = 0; first != null && field < first.width(); field++) {
        names.add(first.text(field).strip());
      }
      return List.copyOf(names);
    }
  }
}
