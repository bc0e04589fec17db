package org.quipu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quipu.config.JobConfig;
import org.quipu.quality.Privacy;
import org.quipu.source.Diagnosis;
import org.quipu.source.FileDoctor;
import org.quipu.source.InputException;
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
    String dialects = config.source("facility-registry").dialects();
    Storage storage = Storage.plain();
    Privacy privacy = Privacy.strict(config.privacy().dropColumns());
    int code = ExitCode.DONE;
    for (String file : files) {
      try {
        for (Diagnosis diagnosis : FileDoctor.examine(absolute(file), dialects, storage)) {
          new DoctorReport(screen, storage, privacy).print(diagnosis);
        }
      } catch (InputException e) {
        // The other files are looked at all the same.
        screen.err().println("quipu: " + screen.say(e.getMessage(), e.spanish()));
        code = ExitCode.INPUT;
      }
    }
    return code;
  }

  private static String absolute(String file) {
    return file.contains("://") ? file : Path.of(file).toAbsolutePath().normalize().toString();
  }
}
