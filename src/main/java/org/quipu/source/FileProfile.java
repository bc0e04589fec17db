package org.quipu.source;

import java.io.Serializable;
import java.util.List;
import org.quipu.source.dialect.Plan;

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
 * @param plan from its rows to canonical ones; null where its rows are canonical
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
    List<Split> splits,
    Plan plan)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A file whose columns are not known yet and whose rows are as they stand there. */
  FileProfile(
      InputFile file,
      String format,
      String encoding,
      boolean mixed,
      char separator,
      String sha256,
      List<Split> splits) {
    this(file, format, encoding, mixed, separator, List.of(), List.of(), sha256, splits, null);
  }

  /** The same file with the names of its columns. */
  FileProfile withHeader(List<String> names) {
    return new FileProfile(
        file, format, encoding, mixed, separator, names, names, sha256, splits, plan);
  }

  /** The same file in other parts. */
  FileProfile withParts(List<Split> parts) {
    return new FileProfile(
        file, format, encoding, mixed, separator, header, written, sha256, parts, plan);
  }

  /** The same file read by a dialect; where rows must be gathered, as one part. */
  FileProfile withPlan(Plan mapping) {
    List<Split> parts =
        mapping.pivoted().isPresent() && splits.size() > 1
            ? List.of(
                new Split(
                    splits.get(0).start(),
                    splits.get(splits.size() - 1).end(),
                    splits.get(0).firstLine()))
            : splits;
    return new FileProfile(
        file,
        format,
        encoding,
        mixed,
        separator,
        mapping.header(),
        written,
        sha256,
        parts,
        mapping);
  }

  /** The same of a file that holds the same bytes. */
  public FileProfile of(InputFile same) {
    return new FileProfile(
        same, format, encoding, mixed, separator, header, written, sha256, splits, plan);
  }

  /** Whether a dialect gives its records. */
  public boolean isMapped() {
    return plan != null;
  }
}
