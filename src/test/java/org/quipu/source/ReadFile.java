package org.quipu.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.config.SourceConfig;

/** A file as the public door gives it: its profile and all its records. */
record ReadFile(FileProfile profile, List<Row> rows) {

  /** One record, copied. */
  record Row(long line, List<String> fields, String raw, Defect defect, boolean inScope) {}

  static SourceConfig source(String name, Path path) {
    return new SourceConfig(
        name, List.of(path.toString()), "auto", "canonical", "auto", "auto", List.of(), Map.of());
  }

  static ReadFile of(Path path) {
    return of(source("facility-registry", path), Long.MAX_VALUE);
  }

  /** The only file of a source. */
  static ReadFile of(SourceConfig config, long splitBytes) {
    return all(config, splitBytes).get(0);
  }

  static List<ReadFile> all(SourceConfig config, long splitBytes) {
    Storage storage = Storage.plain();
    List<ReadFile> files = new ArrayList<>();
    for (InputFile file : InputFiles.of(config, storage)) {
      FileProfile profile = Formats.profile(file, config, storage, splitBytes);
      files.add(new ReadFile(profile, rows(profile, storage)));
    }
    return files;
  }

  private static List<Row> rows(FileProfile profile, Storage storage) {
    List<Row> rows = new ArrayList<>();
    for (Split split : profile.splits()) {
      try (RecordReader reader = Formats.records(profile, split, storage)) {
        for (TextRecord next = reader.next(); next != null; next = reader.next()) {
          rows.add(copy(next, profile.separator()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rows;
  }

  private static Row copy(TextRecord record, char separator) {
    List<String> fields = new ArrayList<>();
    for (int field = 0; field < record.width(); field++) {
      fields.add(record.text(field));
    }
    return new Row(
        record.line(), fields, record.raw(separator), record.defect(), record.isInScope());
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String name, String text, Charset charset) {
    return write(folder, name, text.getBytes(charset));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<List<String>> fields() {
    return rows.stream().map(Row::fields).toList();
  }
}
