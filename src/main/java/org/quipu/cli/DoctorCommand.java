package org.quipu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Privacy;
import org.quipu.source.FileDoctor;
import org.quipu.source.InputFile;
import org.quipu.source.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quipu doctor}: what files of unknown make are, and how to have them read. */
@Command
final class DoctorCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
  private List<String> files = new ArrayList<>();

  @Mixin private final SharedOptions shared;

  DoctorCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() {
    JobConfig config = shared.load(List.of());
    SourceConfig any = config.source("facility-registry");
    FileDoctor.Known known = new FileDoctor.Known(any.dialects(), any.missing());
    Storage storage = Storage.plain();
    DoctorReport report =
        new DoctorReport(
            screen, storage, Privacy.strict(config.privacy().dropColumns()), known.missing());
    boolean all = true;
    for (String path : files) {
      List<InputFile> found = new ArrayList<>();
      all &= did(path, () -> found.addAll(FileDoctor.files(absolute(path), known, storage)));
      for (InputFile file : found) {
        all &= did(path, () -> report.print(FileDoctor.examine(file, known, storage)));
      }
    }
    return all ? ExitCode.DONE : ExitCode.INPUT;
  }

  /** Whether a step came to its end; where not, it is said why, and the other files have theirs. */
  private boolean did(String path, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      Failures.report(e, List.of("doctor", path), screen);
      return false;
    }
  }

  private static String absolute(String file) {
    return file.contains("://") ? file : Path.of(file).toAbsolutePath().normalize().toString();
  }
}
