package org.quipu.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quipu.config.SourceConfig;

/**
 * JSON: one object a line (JSON Lines), or one document that is a list of objects or has one among
 * its members, as DHIS2 gives its data values. The columns are all names that occur, in the order
 * in which they first do. Of a document, record n stands for line n + 1.
 */
final class JsonFiles implements FileFormat {
  private static final int HEAD = 64 * 1024;
  private static final String DOCUMENT = "json";

  /**
   * A line end inside a JSON text is written as an escape, so that every line end is a place to
   * cut.
   */
  private static final char NO_SEPARATOR = '\u0001';

  @Override
  public String id() {
    return "jsonl";
  }

  @Override
  public List<String> names() {
    return List.of(id(), DOCUMENT);
  }

  @Override
  public boolean recognizes(InputFile file, byte[] head) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean named = name.matches(".*\\.(json|jsonl|ndjson|geojson)(\\.gz)?");
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return named || text.startsWith("{\"") || text.startsWith("[{") || text.startsWith("{\n");
  }

  @Override
  public FileProfile profile(InputFile file, SourceConfig config, Storage storage, long splitBytes)
      throws IOException {
    boolean gzip = Gzip.recognizes(FileBytes.start(file, storage, 4));
    byte[] head = FileBytes.head(file, storage, gzip, HEAD);
    Charset known = Encodings.known(config, head);
    boolean document = isDocument(new String(head, known == null ? StandardCharsets.UTF_8 : known));
    boolean byteWise = known == null || ByteDecoder.reads(known);
    boolean cuttable = !document && !gzip && !ZipEntries.isEntry(file.path()) && byteWise;
    FileBytes.Seen<FileScan.Result> seen =
        FileBytes.see(
            file,
            storage,
            gzip,
            in -> FileScan.of(in, NO_SEPARATOR, cuttable ? splitBytes : Long.MAX_VALUE));
    Charset charset = known == null ? Encodings.of(seen.found()) : known;
    String format = document ? DOCUMENT : id();
    Set<String> names = new LinkedHashSet<>();
    FileProfile bare =
        new FileProfile(
            file,
            gzip ? format + ".gz" : format,
            charset.name().toLowerCase(Locale.ROOT),
            !seen.found().isUtf8(),
            ',',
            seen.sha256(),
            seen.found().splits());
    for (Split split : bare.splits()) {
      try (JsonRecordReader reader = open(bare, split, storage)) {
        for (Map<String, String> next = reader.members(); next != null; next = reader.members()) {
          names.addAll(next.keySet());
        }
      }
    }
    if (names.isEmpty()) {
      throw new InputException(
          file.path() + ": there is no JSON object with values in the file.",
          file.path() + ": no hay ningún objeto JSON con valores en el archivo.");
    }
    return bare.withHeader(List.copyOf(names));
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    return open(profile, split, storage);
  }

  private static JsonRecordReader open(FileProfile profile, Split split, Storage storage)
      throws IOException {
    boolean gzip = profile.format().endsWith(".gz");
    InputStream bytes = FileBytes.open(profile.file(), storage, gzip, split.start());
    if (profile.splits().size() > 1) {
      bytes = new BoundedInputStream(bytes, split.end() - split.start());
    }
    BufferedReader text =
        new BufferedReader(new InputStreamReader(bytes, Charset.forName(profile.encoding())));
    JsonRecordReader.Texts texts =
        profile.format().startsWith(DOCUMENT + ".") || profile.format().equals(DOCUMENT)
            ? new JsonDocument(text)
            : new JsonLines(text, split.firstLine());
    return new JsonRecordReader(texts, profile.written(), profile.mixed());
  }

  /** Whether the first line is not a JSON object of its own. */
  private static boolean isDocument(String head) {
    String text = head.replace("\uFEFF", "").stripLeading();
    String first = text.lines().findFirst().orElse("");
    if (text.startsWith("[")) {
      return true;
    }
    Map<String, String> members = new LinkedHashMap<>();
    try {
      JsonObjects.read(first, members);
    } catch (IOException e) {
      // Cut off by the end of what was looked at, or going on over lines: what a member holds
      // tells.
      return holdsObjects(text);
    }
    return members.values().stream().anyMatch(value -> value.startsWith("[{"))
        && text.strip().equals(first.strip());
  }

  private static boolean holdsObjects(String text) {
    try (JsonDocument document = new JsonDocument(new StringReader(text))) {
      return document.next() != null;
    } catch (IOException e) {
      return false;
    }
  }
}
