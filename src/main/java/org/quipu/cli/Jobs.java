package org.quipu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.config.ConfigException;
import org.quipu.config.NearestKey;

/**
 * Finds job files: by path, or by name among those that come with Quipu.
 *
 * @param home the folder that holds {@code jobs/}
 */
record Jobs(Path home) {

  /** The home that the launcher names, or the current directory. */
  static Jobs ofEnvironment() {
    String home = System.getenv("QUIPU_HOME");
    return new Jobs(Path.of(home == null ? "" : home));
  }

  /** The named jobs, or {@code jobs/national.conf} when none is named. */
  List<Path> find(List<String> names) {
    return (names.isEmpty() ? List.of("national") : names).stream().map(this::find).toList();
  }

  /** A file as it is named; else {@code jobs/NAME} or {@code jobs/NAME.conf} of this home. */
  private Path find(String name) {
    try {
      Path own = folder().resolve(name);
      return Stream.of(
              Path.of(name),
              home.resolve(name),
              own,
              own.resolveSibling(own.getFileName() + ".conf"))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow(() -> absent(name));
    } catch (InvalidPathException e) {
      throw absent(name);
    }
  }

  private ConfigException absent(String name) {
    List<String> known = names();
    String all = String.join(", ", known);
    String stem = name.replaceFirst("\\.conf$", "").replaceFirst("^.*/", "");
    return new ConfigException(
        "",
        "%s: there is no such job file.%s Jobs that come with Quipu: %s."
            .formatted(
                name,
                NearestKey.of(stem, known).map(x -> " Did you mean " + x + "?").orElse(""),
                all),
        "%s: no existe ese archivo de trabajo.%s Trabajos que trae Quipu: %s."
            .formatted(
                name,
                NearestKey.of(stem, known).map(x -> " ¿Quiso decir " + x + "?").orElse(""),
                all));
  }

  private List<String> names() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".conf"))
          .map(file -> file.substring(0, file.length() - ".conf".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return home.resolve("jobs");
  }
}
