package org.quipu.source;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a file before its rows are read.
 *
 * @param file the file
 * @param format {@code csv}, {@code csv.gz}, {@code jsonl}, …
 * @param encoding the character set's canonical name; empty where the format has none of its own
 * @param mixed whether single rows are in another encoding; those are marked as unreadable
 * @param separator between fields, also where a row is written down as text
 * @param header the names of the columns of its records
 * @param written the names of its columns as they stand in the file
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param splits its parts, in order; together they are the whole file
 */
public record FileProfile(
    InputFile file,
    String format,
    String encoding,
    boolean mixed,
    char separator,
    List<String> header,
    List<String> written,
    String sha256,
    List<Split> splits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The same file with the names of its columns. */
  FileProfile withHeader(List<String> names) {
    return new FileProfile(file, format, encoding, mixed, separator, names, names, sha256, splits);
  }
}
