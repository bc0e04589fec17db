package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import org.quipu.config.NearestKey;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads about a verb or an option that is not there. */
final class UsageErrors {
  private UsageErrors() {}

  /** Prints what is wrong, the nearest that is right, and how to get help. */
  static int report(ParameterException error, List<String> arguments, Screen screen) {
    CommandLine command = error.getCommandLine();
    String sentence = sentence(error, command, screen);
    screen.err().println("quipu: " + sentence);
    String name = command.getCommandSpec().qualifiedName();
    screen.err().println(screen.say("Help: " + name + " --help", "Ayuda: " + name + " --help"));
    if (arguments.contains("--json")) {
      Answer.printFailure(ExitCode.USAGE, sentence, screen);
    }
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException error, CommandLine command, Screen screen) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), command, screen);
    }
    if (error instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      var argument = missing.getMissing().get(0);
      String name =
          argument.isOption()
              ? ((CommandLine.Model.OptionSpec) argument).longestName()
                  + " "
                  + argument.paramLabel()
              : argument.paramLabel();
      return screen.say("Missing: " + name, "Falta: " + name);
    }
    return error.getMessage();
  }

  private static String unmatched(String argument, CommandLine command, Screen screen) {
    boolean option = argument.startsWith("-");
    List<String> known = new ArrayList<>();
    if (option) {
      command.getCommandSpec().optionsMap().keySet().stream()
          .filter(name -> name.startsWith("--"))
          .forEach(known::add);
    } else {
      known.addAll(command.getSubcommands().keySet());
    }
    String typed = option ? argument.replaceFirst("=.*$", "") : argument;
    String nearestEn =
        NearestKey.of(typed, known).map(other -> " Did you mean " + other + "?").orElse("");
    String nearestEs =
        NearestKey.of(typed, known).map(other -> " ¿Quiso decir " + other + "?").orElse("");
    String what =
        option
            ? screen.say("There is no option " + typed + ".", "No existe la opción " + typed + ".")
            : known.isEmpty()
                ? screen.say(
                    "One argument too many: " + argument + ".",
                    "Sobra un argumento: " + argument + ".")
                : screen.say(
                    "There is no verb " + argument + ".", "No existe el verbo " + argument + ".");
    return what + screen.say(nearestEn, nearestEs);
  }
}
