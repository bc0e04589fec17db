package org.quipu.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.quipu.config.ConfigException;
import org.quipu.table.TableColumn;
import picocli.CommandLine.Option;

/** How many rows a verb prints, and in which format. */
final class RowOptions {
  /** For reading, a screen of rows; formats for machines have no limit unless one is given. */
  private static final long SCREEN_OF_ROWS = 20;

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
  private Optional<Long> limit = Optional.empty();

  @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format")
  private RowFormat format = RowFormat.table;

  /** Whether rows are for reading. */
  boolean isForReading() {
    return format == RowFormat.table;
  }

  /**
   * How many rows are printed at most.
   *
   * @throws ConfigException when that is less than none
   */
  long most() {
    long most = limit.orElse(isForReading() ? Long.valueOf(SCREEN_OF_ROWS) : Long.MAX_VALUE);
    if (most < 0) {
      throw new ConfigException(
          "limit",
          "--limit is " + most + "; allowed is 0 or more",
          "--limit es " + most + "; se admite 0 o más");
    }
    return most;
  }

  /** Prints rows, and says how many there were. */
  long print(List<TableColumn> columns, RowFormat.Rows rows, Screen screen) throws IOException {
    // A line at a time would flush at each, which takes longer than reading the table.
    PrintStream out =
        new PrintStream(new BufferedOutputStream(screen.out()), false, StandardCharsets.UTF_8);
    long printed = format.print(columns, rows, out);
    out.flush();
    return printed;
  }
}
