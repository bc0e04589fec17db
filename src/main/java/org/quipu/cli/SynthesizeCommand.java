package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.quipu.config.ConfigException;
import org.quipu.synthetic.Extent;
import org.quipu.synthetic.OutputFormat;
import org.quipu.synthetic.Synthesis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quipu synthesize}: national-scale inputs whose truth is known, and a job for them. */
@Command
final class SynthesizeCommand implements Callable<Integer> {
  private static final double MEBIBYTE = 1 << 20;

  private final Screen screen;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "out")
  private Path out;

  @Option(
      names = "--facilities",
      paramLabel = "N",
      defaultValue = "8000",
      descriptionKey = "facilities")
  private int facilities;

  @Option(names = "--months", paramLabel = "N", defaultValue = "125", descriptionKey = "months")
  private int months;

  @Option(
      names = "--indicators",
      paramLabel = "N",
      defaultValue = "100",
      descriptionKey = "indicators")
  private int indicators;

  @Option(
      names = "--respondents",
      paramLabel = "N",
      defaultValue = "5000000",
      descriptionKey = "respondents")
  private long respondents;

  @Option(names = "--items", paramLabel = "N", defaultValue = "39", descriptionKey = "items")
  private int items;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "20240827", descriptionKey = "seed")
  private long seed;

  @Option(
      names = "--bad-rate",
      paramLabel = "SHARE",
      defaultValue = "0.000002",
      descriptionKey = "bad-rate")
  private double badRate;

  @Option(
      names = "--format",
      paramLabel = "parquet|csv",
      defaultValue = "parquet",
      descriptionKey = "synthetic-format")
  private String format;

  @Mixin private final SharedOptions shared;

  SynthesizeCommand(Screen screen) {
    this.screen = screen;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws IOException {
    shared.load(List.of());
    screen.writesTo(out);
    var extent = new Extent(facilities, months, indicators, respondents, items, seed, badRate);
    var synthesis =
        new Synthesis(extent, outputFormat(), Runtime.getRuntime().availableProcessors());
    List<Synthesis.Written> written;
    try (TerminalProgress progress = TerminalProgress.on(screen)) {
      written = synthesis.write(out, shownOn(progress));
    }
    report(written);
    return ExitCode.DONE;
  }

  private OutputFormat outputFormat() {
    for (OutputFormat known : OutputFormat.values()) {
      if (known.id().equals(format)) {
        return known;
      }
    }
    throw new ConfigException(
        "--format",
        "--format " + format + " is not allowed: parquet or csv.",
        "--format " + format + " no se permite: parquet o csv.");
  }

  private static Synthesis.Listener shownOn(TerminalProgress progress) {
    return new Synthesis.Listener() {
      @Override
      public void writing(String source) {
        progress.stage("Writing " + source, "Escribiendo " + source);
      }

      @Override
      public void rows(long done, long total) {
        progress.rows(done, total);
      }
    };
  }

  private void report(List<Synthesis.Written> written) throws IOException {
    for (Synthesis.Written file : written) {
      screen
          .out()
          .printf(
              Locale.ROOT,
              screen.say(
                  "%-20s %,15d rows %,10.1f MiB  %s%n", "%-20s %,15d filas %,10.1f MiB  %s%n"),
              file.source(),
              file.rows(),
              Files.size(file.file()) / MEBIBYTE,
              file.file());
    }
    screen
        .out()
        .println(
            screen.say(
                    "\nWhat is known of them: "
                        + out.resolve(Synthesis.TRUTH)
                        + "\nNext: jobs/quipu run ",
                    "\nLo que se sabe de ellos: "
                        + out.resolve(Synthesis.TRUTH)
                        + "\nDespués: jobs/quipu run ")
                + out.resolve(Synthesis.JOB));
  }
}
