package org.quipu.source;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a file before its rows are read.
 *
 * @param file the file
 * @param format {@code csv}, {@code csv.gz}, …
 * @param encoding the character set's canonical name
 * @param separator between fields
 * @param header the names of its columns as they stand there
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param splits its parts, in order; together they are the whole file
 */
public record FileProfile(
    InputFile file,
    String format,
    String encoding,
    char separator,
    List<String> header,
    String sha256,
    List<Split> splits)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
