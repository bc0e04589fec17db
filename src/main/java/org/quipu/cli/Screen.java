package org.quipu.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.quipu.config.JobConfig;
import org.quipu.config.Language;

/**
 * Where one call of Quipu writes, and in which language.
 *
 * <p>Answers go to {@link #out()}, everything else to {@link #err()}. The language is the machine's
 * until {@code --lang} or a configuration says otherwise.
 */
public final class Screen {
  private final PrintStream out;
  private final PrintStream err;
  private Language language;
  private Optional<JobConfig> config = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  Screen(PrintStream out, PrintStream err, Language language) {
    this.out = out;
    this.err = err;
    this.language = language;
  }

  /** For answers. */
  public PrintStream out() {
    return out;
  }

  /** For progress, notes and errors. */
  public PrintStream err() {
    return err;
  }

  /** The language to speak from here on. */
  public Language language() {
    return language;
  }

  /** The sentence in the user's language. */
  public String say(String en, String es) {
    return language.pick(en, es);
  }

  /** The configuration, once it is loaded. */
  Optional<JobConfig> config() {
    return config;
  }

  /** Where the verb writes, if not to the warehouse. */
  Optional<Path> folder() {
    return folder;
  }

  void writesTo(Path chosen) {
    this.folder = Optional.of(chosen);
  }

  void speak(Language chosen) {
    this.language = chosen;
  }

  void use(JobConfig loaded) {
    this.config = Optional.of(loaded);
    this.language = loaded.language();
  }
}
