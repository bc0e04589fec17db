package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads configuration files as they are, unresolved. */
final class ConfigFiles {
  private ConfigFiles() {}

  /**
   * The defaults: reference.conf, resolved on its own so that no job can bend its substitutions.
   */
  static Config reference() {
    try (InputStream in = ConfigFiles.class.getResourceAsStream("/reference.conf");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return ConfigFactory.parseReader(
              reader, ConfigParseOptions.defaults().setOriginDescription("reference.conf"))
          .resolve();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws ConfigException when the file, or one that it includes, is absent, cannot be read, or
   *     is not HOCON
   */
  static Config parse(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigException(
          "",
          "%s: there is no such configuration file.".formatted(file),
          "%s: no existe ese archivo de configuración.".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new ConfigException(
          "",
          "%s: this configuration file may not be read.".formatted(file),
          "%s: no hay permiso para leer este archivo de configuración.".formatted(file));
    }
    try {
      return ConfigFactory.parseFile(
          file.toFile(),
          ConfigParseOptions.defaults()
              .setAllowMissing(false)
              .setIncluder(new StrictIncludes(file)));
    } catch (com.typesafe.config.ConfigException e) {
      throw notUsable(e);
    }
  }

  /** A syntax error or an unresolved substitution, with the place that Typesafe Config names. */
  static ConfigException notUsable(com.typesafe.config.ConfigException e) {
    return new ConfigException(
        "",
        "The configuration cannot be read: " + e.getMessage(),
        "No se puede leer la configuración: " + e.getMessage());
  }
}
