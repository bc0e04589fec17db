package org.quipu.cli;

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

  @Mixin private final RowOptions rows = new RowOptions();
  @Mixin private final SharedOptions shared;

  ShowCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws Exception {
    long most = rows.most();
    try (TableReader reader = CurrentVersion.of(shared).open(table)) {
      Filter filter = Filter.parse(where, reader.columns());
      long shown =
          rows.print(
              reader.columns(), use -> reader.forEach(reader.names(), filter, most, use), screen);
      if (rows.isForReading()) {
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
