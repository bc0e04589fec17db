package org.quipu.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every verb once, in a folder that is gone afterwards: the sample is run, and a country in small
 * that Spark reads. The launcher has the JVM keep what was loaded for it, once a build, in an
 * archive that every start begins with: a start takes half the time, and Spark's classes, which
 * only large inputs need, a second or more less.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Ends with 0 if every verb did its work. */
  public static void main(String... args) throws IOException {
    Path folder = Files.createTempDirectory("quipu-rehearsal");
    boolean good;
    try {
      good = in(folder);
    } finally {
      delete(folder);
    }
    System.exit(good ? ExitCode.DONE : ExitCode.FAILED);
  }

  /** Whether every verb did its work in an empty folder. */
  static boolean in(Path folder) {
    return verbs(folder).stream().allMatch(Rehearsal::isDone);
  }

  private static List<List<String>> verbs(Path folder) {
    String warehouse = folder.resolve("warehouse").toString();
    String country = folder.resolve("country").toString();
    String job = folder.resolve("country/synthetic.conf").toString();
    String table = "figure_check";
    return List.of(
        List.of(),
        List.of("--help"),
        List.of("validate", "--warehouse", warehouse),
        List.of("run", "--warehouse", warehouse),
        List.of("tables", "--warehouse", warehouse),
        List.of("show", table, "--warehouse", warehouse),
        List.of("path", table, "--warehouse", warehouse),
        List.of("synthesize", "--out", country, "--facilities=80", "--respondents=500"),
        List.of("doctor", country + "/facility-registry.csv", "--warehouse", warehouse),
        List.of("run", job, "--warehouse", warehouse, "--set", "spark.from-bytes=0"));
  }

  private static boolean isDone(List<String> verb) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return Quipu.run(nowhere, nowhere, verb.toArray(String[]::new)) == ExitCode.DONE;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
