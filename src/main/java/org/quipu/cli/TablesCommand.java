package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quipu.table.ResultTable;
import org.quipu.table.TableReader;
import org.quipu.table.Tables;
import org.quipu.table.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quipu tables}: the tables of the current version, their rows, and what each is. */
@Command
final class TablesCommand implements Callable<Integer> {
  private final Screen screen;

  @Mixin private final SharedOptions shared;

  TablesCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  private record Line(String name, long rows, String about) {}

  @Override
  public Integer call() throws Exception {
    Version version = CurrentVersion.of(shared);
    List<Line> lines = new ArrayList<>();
    for (String table : version.tables()) {
      try (TableReader reader = version.open(table)) {
        lines.add(new Line(table, reader.rows(), about(table)));
      }
    }
    int name = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
    for (Line line : lines) {
      screen
          .out()
          .printf("%-" + (name + 1) + "s %,9d  %s%n", line.name(), line.rows(), line.about());
    }
    screen
        .out()
        .println(
            screen
                .say(
                    "\nVersion %s in %s\nShow one: jobs/quipu show TABLE",
                    "\nVersión %s en %s\nPara ver una: jobs/quipu show TABLA")
                .formatted(version.name(), version.path()));
    return ExitCode.DONE;
  }

  private String about(String table) {
    return Tables.named(table)
        .map(ResultTable::about)
        .map(about -> screen.say(about.en(), about.es()))
        .orElse("");
  }
}
