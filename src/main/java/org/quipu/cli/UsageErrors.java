package org.quipu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quipu.config.NearestKey;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
              ? ((OptionSpec) argument).longestName() + " " + argument.paramLabel()
              : argument.paramLabel();
      return screen.say("Missing: " + name, "Falta: " + name);
    }
    if (error instanceof OverwrittenOptionException twice) {
      String name = ((OptionSpec) twice.getOverwritten()).longestName();
      return screen.say(name + " is given twice.", name + " se da dos veces.");
    }
    if (error.getArgSpec() != null && error.getValue() != null) {
      return notOfItsType(error.getArgSpec(), error.getValue(), screen);
    }
    return error.getMessage();
  }

  /** Option, value and what is allowed: the parser's own words are English, and of Java. */
  private static String notOfItsType(ArgSpec argument, String value, Screen screen) {
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    Class<?> type =
        argument.type() == Optional.class ? argument.auxiliaryTypes()[0] : argument.type();
    String allowed;
    if (type.isEnum()) {
      String all =
          Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      allowed = screen.say("one of " + all, "uno de " + all);
    } else if (type == int.class || type == Integer.class) {
      allowed = wholeNumber(Integer.MAX_VALUE, screen);
    } else if (type == long.class || type == Long.class) {
      allowed = wholeNumber(Long.MAX_VALUE, screen);
    } else if (type == double.class) {
      allowed = screen.say("a number, e.g. 0.01", "un número, p. ej. 0.01");
    } else {
      allowed = screen.say("a path", "una ruta");
    }
    return screen.say(
        "%s %s is not allowed; allowed is %s.".formatted(name, value, allowed),
        "%s %s no está permitido; se admite %s.".formatted(name, value, allowed));
  }

  private static String wholeNumber(long most, Screen screen) {
    return screen.say("a whole number of at most " + most, "un número entero de a lo más " + most);
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
    if (option && isOfVerbs(typed, command)) {
      return screen.say(
          "%s stands behind a verb: quipu VERB %s …".formatted(typed, typed),
          "%s va detrás de un verbo: quipu VERBO %s …".formatted(typed, typed));
    }
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

  /** Before a verb stands what verbs share, as other programs have it. */
  private static boolean isOfVerbs(String option, CommandLine command) {
    return command.getSubcommands().values().stream()
        .anyMatch(verb -> verb.getCommandSpec().optionsMap().containsKey(option));
  }
}
