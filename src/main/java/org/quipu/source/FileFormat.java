package org.quipu.source;

import java.io.IOException;
import java.util.List;
import org.quipu.config.SourceConfig;

/** A way in which rows are written down in files: what a file is, and its records. */
public interface FileFormat {

  /** The name in configuration and in the {@code input} table, e.g. {@code csv}. */
  String id();

  /** The names that configuration may call it by. */
  default List<String> names() {
    return List.of(id());
  }

  /** Whether a file is of this format, by its name and first bytes. */
  boolean recognizes(InputFile file, byte[] head);

  /**
   * Looks a file over once: encoding, header, SHA-256 and where it may be cut.
   *
   * @param splitBytes about how many bytes one task shall read
   * @throws InputException if the file is empty, or not of this format
   */
  FileProfile profile(InputFile file, SourceConfig config, Storage storage, long splitBytes)
      throws IOException;

  /** Opens the records of one part of a file; the header is not among them. */
  RecordReader records(FileProfile profile, Split split, Storage storage) throws IOException;
}
