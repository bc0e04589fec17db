package org.quipu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.config.Configs;
import org.quipu.config.JobConfig;
import org.quipu.config.KeyOption;
import picocli.CommandLine.Option;

/** The options that every verb takes. */
public final class SharedOptions {
  private final Screen screen;

  @Option(names = "--conf", paramLabel = "FILE", descriptionKey = "conf")
  private Path conf;

  @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse")
  private String warehouse;

  @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "set")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--lang", paramLabel = "en|es", descriptionKey = "lang")
  private String language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  public SharedOptions(Screen screen) {
    this.screen = screen;
  }

  /**
   * Loads the configuration of these options and speaks its language from here on. The options
   * {@code --warehouse} and {@code --lang} are the last layer.
   *
   * @throws org.quipu.config.ConfigException for anything that cannot be used
   */
  public JobConfig load(List<Path> jobFiles) {
    var options = new ArrayList<KeyOption>();
    if (warehouse != null) {
      options.add(new KeyOption("--warehouse", "warehouse", warehouse));
    }
    if (language != null) {
      options.add(new KeyOption("--lang", "language", language));
    }
    JobConfig config = Configs.load(jobFiles, Optional.ofNullable(conf), sets, options);
    screen.use(config);
    return config;
  }
}
