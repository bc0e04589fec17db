package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A program that makes the tables.
 *
 * @param id also the name of its folder
 * @param name in the report
 * @param commandInto its command line, from the folder to write into
 * @param environment beside the inherited one
 * @param scope which of Quipu's tables and columns it makes
 */
record Program(
    String id,
    String name,
    Function<Path, List<String>> commandInto,
    Map<String, String> environment,
    Scope scope) {
  /** Quipu's door, of the home that {@code jobs/benchmark} names. */
  static final String LAUNCHER = Path.of(System.getenv("QUIPU_HOME"), "jobs", "quipu").toString();

  /** By the environment: it is too long for a command line that people read. */
  private static final Map<String, String> CLASS_PATH =
      Map.of("CLASSPATH", System.getProperty("java.class.path"));

  List<String> command(Path out) {
    return commandInto.apply(out);
  }

  static Program quipu(Path data, int threads, String heap) {
    return new Program(
        "quipu",
        "Quipu",
        out ->
            List.of(
                LAUNCHER,
                "run",
                data.resolve("synthetic.conf").toString(),
                "--warehouse",
                out.toString(),
                "--set",
                "spark.master=local[" + threads + "]"),
        Map.of("QUIPU_HEAP", heap),
        Scope.WHOLE);
  }

  /** Quipu on one core: the JVM sees no other. */
  Program onOneCore() {
    return new Program(
        id + "-one-core",
        name + ", one core",
        out -> {
          List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
          command.addAll(command(out));
          return command;
        },
        environment,
        scope);
  }

  /** The same under another name, for other inputs. */
  Program called(String otherId, String otherName) {
    return new Program(otherId, otherName, commandInto, environment, scope);
  }

  static Program duckDb(Path data, int threads, String heap, Scope scope) {
    return new Program(
        "duckdb",
        "DuckDB",
        out ->
            java(
                heap,
                "org.quipu.benchmark.DuckDbReference",
                data.toString(),
                out.toString(),
                Integer.toString(threads),
                scope.id()),
        CLASS_PATH,
        scope);
  }

  static Program plainSpark(Path data, int threads, String heap) {
    return new Program(
        "spark",
        "plain Spark SQL",
        out ->
            java(
                heap,
                "org.quipu.benchmark.PlainSparkSql",
                data.toString(),
                out.toString(),
                Integer.toString(threads)),
        CLASS_PATH,
        Scope.COMPLETE);
  }

  private static List<String> java(String heap, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    // What Spark needs of Java 17; the same list as spark.add-opens in pom.xml.
    Stream.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar")
        .forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }
}
