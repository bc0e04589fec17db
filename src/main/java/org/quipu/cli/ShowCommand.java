package org.quipu.cli;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quipu.table.Filter;
import org.quipu.table.TableReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quipu show}: rows of a table of the current version. */
@Command
final class ShowCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "TABLE", descriptionKey = "show-table")
  private String table;

  @Option(names = "--where", paramLabel = "FILTER", descriptionKey = "where")
  private String where = "";

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
  private Optional<Long> limit = Optional.empty();

  @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format")
  private RowFormat format = RowFormat.table;

  @Mixin private final SharedOptions shared;

  ShowCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws Exception {
    long most = format.limit(limit);
    try (TableReader reader = CurrentVersion.of(shared).open(table)) {
      Filter filter = Filter.parse(where, reader.columns());
      // A line at a time would flush at each, which takes longer than reading the table.
      PrintStream out =
          new PrintStream(new BufferedOutputStream(screen.out()), false, StandardCharsets.UTF_8);
      long shown =
          format.print(
              reader.columns(), use -> reader.forEach(reader.names(), filter, most, use), out);
      out.flush();
      if (format == RowFormat.table) {
        screen.out().println("\n" + count(shown, reader.rows(), shown == most));
      }
    }
    return ExitCode.DONE;
  }

  /** How many of the table's rows are shown, and how to see the others. */
  private String count(long shown, long all, boolean cut) {
    return screen.say("Rows shown: %,d of %,d", "Filas mostradas: %,d de %,d").formatted(shown, all)
        + (cut && shown < all ? screen.say("; more with --limit N", "; más con --limit N") : "");
  }
}
