package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From a failure to what a user reads and the code that the process ends with. */
final class Failures {
  private Failures() {}

  /**
   * Prints one sentence, no stack trace, and gives the exit code. What is not the user's to mend
   * goes to the log in full.
   */
  static int report(Throwable failure, List<String> arguments, Screen screen) {
    if (isStopping()) {
      // Ctrl-C or a scheduler: what fails now fails because everything is being closed.
      screen
          .err()
          .println(
              screen.say(
                  "quipu: stopped; the current version of the tables is as it was.",
                  "quipu: detenido; la versión vigente de las tablas quedó como estaba."));
      return ExitCode.FAILED;
    }
    Optional<KnownFailure> known = known(failure, screen);
    int code = known.map(KnownFailure::exitCode).orElse(ExitCode.FAILED);
    String sentence =
        known
            .map(explained -> screen.say(explained.english(), explained.spanish()))
            .orElseGet(() -> sentence(failure, screen));
    screen.err().println("quipu: " + sentence);
    if (known.isEmpty()) {
      screen.err().println(logged(failure, arguments, screen));
    }
    if (arguments.contains("--json")) {
      Answer.printFailure(code, sentence, screen);
    }
    return code;
  }

  /** The code that the process ends with. */
  static int exitCode(Throwable failure, Screen screen) {
    return known(failure, screen).map(KnownFailure::exitCode).orElse(ExitCode.FAILED);
  }

  private static Optional<KnownFailure> known(Throwable failure, Screen screen) {
    return KnownFailure.in(failure)
        .or(() -> FullDisk.in(failure, screen))
        .or(() -> FarWarehouse.in(failure, screen.config()));
  }

  /** Whether the JVM is shutting down: only then does it refuse a hook. */
  private static boolean isStopping() {
    var probe = new Thread();
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static String sentence(Throwable failure, Screen screen) {
    if (failure instanceof OutOfMemoryError) {
      return screen.say(
          "The memory was not enough. Give Quipu more, e.g. QUIPU_HEAP=8g jobs/quipu …",
          "La memoria no alcanzó. Asigne más a Quipu, p. ej. QUIPU_HEAP=8g jobs/quipu …");
    }
    String what = innermost(failure);
    return screen.say("It failed: " + what, "Falló: " + what);
  }

  /** The innermost message: Spark wraps the cause in what it was doing. */
  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line = message.lines().findFirst().orElse("");
    String name = cause.getClass().getSimpleName();
    return line.isBlank() ? name : line + " (" + name + ")";
  }

  private static String logged(Throwable failure, List<String> arguments, Screen screen) {
    LogFile log = screen.config().map(LogFile::of).orElseGet(LogFile::temporary);
    try {
      Path file = log.append(failure, arguments);
      return screen.say("Details are in " + file, "Los detalles están en " + file);
    } catch (IOException e) {
      return screen.say(
          "The details could not be written: " + e.getMessage(),
          "No se pudieron escribir los detalles: " + e.getMessage());
    }
  }
}
