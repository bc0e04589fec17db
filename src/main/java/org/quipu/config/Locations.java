package org.quipu.config;

import com.typesafe.config.ConfigValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Makes paths absolute.
 *
 * <p>A relative path in a file starts at that file's folder, any other at the current directory; a
 * path with a scheme ({@code hdfs:/…}, {@code s3a://…}, {@code file:/…}) stays as it is. {@code ~/}
 * is the home folder.
 *
 * @param currentDirectory absolute
 */
record Locations(Path currentDirectory) {
  // Two characters or more before the colon, and a slash behind it: not a drive, not a file
  // "a:b.csv".
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:/.*");

  /**
   * @param key for the error
   * @param value gives the origin of the path
   * @param text the path, not empty
   * @throws ConfigException for a text that cannot be a path
   */
  String absolute(String key, ConfigValue value, String text) {
    if (SCHEME.matcher(text).matches()) {
      return text;
    }
    String expanded =
        text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
    try {
      return folder(value).resolve(expanded).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      throw Settings.wrong(key, value, "a path", "una ruta");
    }
  }

  private Path folder(ConfigValue value) {
    String file = value.origin().filename();
    if (file == null) {
      return currentDirectory;
    }
    Path parent = currentDirectory.resolve(file).getParent();
    return parent == null ? currentDirectory : parent;
  }
}
