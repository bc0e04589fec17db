package org.quipu.table;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Some rows of a table that stand behind all rows of the block before, by all columns.
 *
 * @param key names all that the rows depend on, without blanks: the same key, the same rows; {@link
 *     #OF_THIS_RUN} where nobody says on what
 * @param texts what all rows say in some columns, by column: who looks for another text need not
 *     have them made
 * @param rows the rows in any order, made as they are taken: all of them at once may be many
 */
public record Block<R extends Record>(
    String key, Map<String, String> texts, Supplier<Stream<R>> rows) {
  /** The key of blocks that no later version takes over. */
  static final String OF_THIS_RUN = "-";

  /** A block of which nothing is said but its key. */
  public Block(String key, Supplier<Stream<R>> rows) {
    this(key, Map.of(), rows);
  }

  /** A block that no later version takes over by itself. */
  public static <R extends Record> Block<R> ofThisRun(
      Map<String, String> texts, Supplier<Stream<R>> rows) {
    return new Block<>(OF_THIS_RUN, texts, rows);
  }

  /** Whether some of the rows may have a text in a column. */
  public boolean mayHave(String column, String text) {
    return texts.getOrDefault(column, text).equals(text);
  }
}
