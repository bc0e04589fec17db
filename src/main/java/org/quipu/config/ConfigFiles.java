package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
    requireUtf8(file);
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

  /**
   * HOCON is UTF-8. What is not its parser turns into question marks, which would stand in paths
   * and in tables.
   *
   * @throws ConfigException with the first line that is not
   */
  static void requireUtf8(Path file) {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      return; // Parsing says why.
    }
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true).isError()) {
      long line = chars.flip().chars().filter(letter -> letter == '\n').count() + 1;
      throw new ConfigException(
          "",
          "%s, line %d: this is not UTF-8, in which configuration files are written."
              .formatted(file, line),
          "%s, línea %d: no está en UTF-8, en que se escriben los archivos de configuración."
              .formatted(file, line));
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
