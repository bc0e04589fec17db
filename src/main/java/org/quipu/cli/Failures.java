package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quipu.config.ConfigException;
import org.quipu.config.Language;
import org.quipu.source.InputException;

/** From a failure to what a user reads and the code that the process ends with. */
final class Failures {
  private Failures() {}

  /**
   * Prints one sentence, no stack trace, and gives the exit code. What is not the user's to mend
   * goes to the log in full.
   */
  static int report(Throwable failure, List<String> arguments, Screen screen) {
    int code = ExitCode.of(failure);
    String sentence = sentence(failure, screen.language());
    screen.err().println("quipu: " + sentence);
    if (code == ExitCode.FAILED) {
      screen.err().println(logged(failure, arguments, screen));
    }
    if (arguments.contains("--json")) {
      Answer.printFailure(code, sentence, screen);
    }
    return code;
  }

  private static String sentence(Throwable failure, Language language) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException config) {
        return config.message(language);
      }
      if (cause instanceof InputException input) {
        return language.pick(input.getMessage(), input.spanish());
      }
    }
    if (failure instanceof OutOfMemoryError) {
      return language.pick(
          "The memory was not enough. Give Quipu more, e.g. QUIPU_HEAP=8g jobs/quipu …",
          "La memoria no alcanzó. Asigne más a Quipu, p. ej. QUIPU_HEAP=8g jobs/quipu …");
    }
    String what = firstLine(failure);
    return language.pick("It failed: " + what, "Falló: " + what);
  }

  /** The innermost message: Spark wraps the cause in what it was doing. */
  private static String firstLine(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage() == null ? "" : innermost.getMessage();
    String line = message.lines().findFirst().orElse("");
    String name = innermost.getClass().getSimpleName();
    return line.isBlank() ? name : line + " (" + name + ")";
  }

  private static String logged(Throwable failure, List<String> arguments, Screen screen) {
    LogFile log =
        screen.config().map(config -> LogFile.of(config.warehouse())).orElse(LogFile.temporary());
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
