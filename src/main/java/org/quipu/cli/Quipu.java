package org.quipu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;
import org.quipu.config.Language;
import org.quipu.job.Run;
import org.quipu.job.Runner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quipu}: the command line; each verb is a class of its own, listed in {@link #verbs}. */
@Command(name = "quipu", versionProvider = Version.class)
public final class Quipu implements Runnable {
  private final Screen screen;

  @Mixin private final RootOptions options = new RootOptions();

  private Quipu(Screen screen) {
    this.screen = screen;
  }

  /** Ends the process with the exit code of the contract. */
  public static void main(String... args) {
    // UTF-8 whatever the locale: cron runs without one.
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = answer(new FileOutputStream(FileDescriptor.out), err, args);
    if (code == ExitCode.DONE && "cluster".equals(System.getProperty("spark.submit.deployMode"))) {
      return; // YARN takes a driver that exits by itself for one that failed.
    }
    System.exit(code);
  }

  /** The exit code; an answer that could not be written is a failure. */
  static int answer(OutputStream answers, PrintStream err, String... args) {
    // Numbers in names of versions, in sentences and in tables have the same digits everywhere.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    var stream = new AnswerStream(answers);
    var out = new PrintStream(stream, true, StandardCharsets.UTF_8);
    var screen = new Screen(out, err, language(args));
    int code = run(screen, Run::execute, args);
    out.flush();
    Optional<String> loss = stream.loss();
    loss.ifPresent(
        why ->
            err.println(
                screen.say(
                    "quipu: Not all of the answer was written to standard output: " + why,
                    "quipu: La respuesta no se escribió completa en la salida estándar: " + why)));
    return loss.isPresent() && code == ExitCode.DONE ? ExitCode.FAILED : code;
  }

  /** The same without ending the process. */
  public static int run(PrintStream out, PrintStream err, String... args) {
    return run(out, err, Run::execute, args);
  }

  static int run(PrintStream out, PrintStream err, Runner runner, String... args) {
    return run(new Screen(out, err, language(args)), runner, args);
  }

  private static int run(Screen screen, Runner runner, String... args) {
    List<String> arguments = List.of(args);
    var command = new CommandLine(new Quipu(screen));
    Map<String, Supplier<Object>> verbs = verbs(screen, runner);
    // To describe all verbs to the parser takes a twentieth of a short verb's time.
    if (args.length > 0 && verbs.containsKey(args[0])) {
      verbs.keySet().retainAll(Set.of(args[0]));
    }
    verbs.forEach((name, verb) -> command.addSubcommand(name, verb.get()));
    // A value may begin with @; it names no file of arguments.
    command.setExpandAtFiles(false);
    command.setOut(new PrintWriter(screen.out(), true));
    command.setErr(new PrintWriter(screen.err(), true));
    command.setResourceBundle(texts(screen.language()));
    command.setParameterExceptionHandler(
        (error, given) -> UsageErrors.report(error, arguments, screen));
    command.setExecutionExceptionHandler(
        (failure, at, given) -> Failures.report(failure, arguments, screen));
    try {
      return command.execute(args);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError | FSError e) {
      return Failures.report(e, arguments, screen);
    }
  }

  /** Every verb, by its name, in the order of the help. */
  private static Map<String, Supplier<Object>> verbs(Screen screen, Runner runner) {
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("run", () -> new RunCommand(screen, runner));
    verbs.put("validate", () -> new ValidateCommand(screen, runner));
    verbs.put("doctor", () -> new DoctorCommand(screen));
    verbs.put("tables", () -> new TablesCommand(screen));
    verbs.put("show", () -> new ShowCommand(screen));
    verbs.put("sql", () -> new SqlCommand(screen));
    verbs.put("path", () -> new PathCommand(screen));
    verbs.put("synthesize", () -> new SynthesizeCommand(screen));
    return verbs;
  }

  /** Without a verb: what this is, and what to try first. */
  @Override
  public void run() {
    FirstScreen.print(screen);
  }

  private static ResourceBundle texts(Language language) {
    // Without the fallback: English on a Spanish machine must not become Spanish.
    return ResourceBundle.getBundle(
        "org.quipu.cli.help",
        language == Language.ES ? Locale.forLanguageTag("es") : Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** {@code --lang}, looked up before anything is parsed, so that even a usage error speaks it. */
  private static Language language(String... args) {
    int at = Arrays.asList(args).indexOf("--lang");
    String chosen =
        at >= 0 && at + 1 < args.length
            ? args[at + 1]
            : Arrays.stream(args)
                .filter(arg -> arg.startsWith("--lang="))
                .map(arg -> arg.substring("--lang=".length()))
                .findFirst()
                .orElse("");
    return switch (chosen) {
      case "en" -> Language.EN;
      case "es" -> Language.ES;
      default -> Language.ofMachine();
    };
  }
}
