package org.quipu.cli;

import picocli.CommandLine.Option;

/** The options of {@code quipu} itself, before any verb. */
final class RootOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "version")
  private boolean version;

  // Read before parsing; here so that it is known and shown.
  @Option(names = "--lang", paramLabel = "en|es", descriptionKey = "lang")
  private String language;
}
