package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.quipu.table.DamagedTable;
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

  /**
   * A table in the list.
   *
   * @param rows none of a damaged one
   */
  private record Line(String name, OptionalLong rows, String about) {}

  @Override
  public Integer call() throws Exception {
    Version version = CurrentVersion.of(shared);
    List<Line> lines = new ArrayList<>();
    List<DamagedTable> damaged = new ArrayList<>();
    for (String table : version.tables()) {
      try (TableReader reader = version.open(table)) {
        lines.add(new Line(table, OptionalLong.of(reader.rows()), about(table)));
      } catch (DamagedTable e) {
        lines.add(new Line(table, OptionalLong.empty(), screen.say("damaged", "dañada")));
        damaged.add(e);
      }
    }
    int name = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
    for (Line line : lines) {
      String rows = line.rows().isPresent() ? "%,d".formatted(line.rows().getAsLong()) : "–";
      screen.out().printf("%-" + (name + 1) + "s %9s  %s%n", line.name(), rows, line.about());
    }
    screen
        .out()
        .println(
            screen
                .say(
                    "\nVersion %s in %s\nShow one: jobs/quipu show TABLE",
                    "\nVersión %s en %s\nPara ver una: jobs/quipu show TABLA")
                .formatted(version.name(), version.path()));
    damaged.forEach(
        table -> screen.err().println("quipu: " + screen.say(table.getMessage(), table.spanish())));
    return damaged.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private String about(String table) {
    return Tables.named(table)
        .map(ResultTable::about)
        .map(about -> screen.say(about.en(), about.es()))
        .orElse("");
  }
}
