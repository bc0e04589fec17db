package org.quipu.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.quipu.table.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quipu path}: where the current version, or a table of it, lies; nothing else. */
@Command
final class PathCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "TABLE", arity = "0..1", descriptionKey = "path-table")
  private Optional<String> table = Optional.empty();

  @Mixin private final SharedOptions shared;

  PathCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws Exception {
    Version version = CurrentVersion.of(shared);
    screen.out().println(table.isPresent() ? version.pathOf(table.get()) : version.path());
    return ExitCode.DONE;
  }
}
