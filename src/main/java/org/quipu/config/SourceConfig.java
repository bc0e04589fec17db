package org.quipu.config;

import java.util.List;
import java.util.Map;

/**
 * Where one input lies and how it is written down.
 *
 * @param name one of the sources of the contract, e.g. {@code facility-registry}
 * @param paths files, folders or globs, absolute or with a scheme; empty when the source is not
 *     used
 * @param format {@code auto}, {@code csv}, {@code jsonl}, {@code parquet}, …
 * @param dialect the mapping from the file's columns to the canonical ones, e.g. {@code canonical}
 * @param encoding {@code auto} or a character set's name
 * @param separator {@code auto} or one character
 * @param missing texts that mean "no value" beside the empty one
 * @param columns canonical column → the file's column, where the dialect alone does not say
 * @param dialects the user's own dialects as a HOCON block, {@code {}} where there are none
 */
public record SourceConfig(
    String name,
    List<String> paths,
    String format,
    String dialect,
    String encoding,
    String separator,
    List<String> missing,
    Map<String, String> columns,
    String dialects) {

  /** A source of which the configuration defines no dialects. */
  public SourceConfig(
      String name,
      List<String> paths,
      String format,
      String dialect,
      String encoding,
      String separator,
      List<String> missing,
      Map<String, String> columns) {
    this(name, paths, format, dialect, encoding, separator, missing, columns, "{}");
  }

  public SourceConfig {
    paths = List.copyOf(paths);
    missing = List.copyOf(missing);
    columns = Map.copyOf(columns);
  }

  /** Whether the job has been given this input at all. */
  public boolean isPresent() {
    return !paths.isEmpty();
  }

  /** All that decides how a file is read, wherever it lies, as a stable text. */
  public String howToRead() {
    return String.join(
        "\n",
        format,
        dialect,
        dialect.equals("canonical") ? "" : dialects,
        encoding,
        separator,
        QuotedTexts.sorted(missing),
        QuotedTexts.of(columns));
  }
}
