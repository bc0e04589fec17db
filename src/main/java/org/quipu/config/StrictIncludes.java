package org.quipu.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigParseable;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Includes of a configuration file. HOCON takes one that is not there for empty: a misspelt name
 * would leave out settings, and nobody would know.
 */
final class StrictIncludes implements ConfigIncluder, ConfigIncluderFile {
  /** What a name without one of them may stand for, as HOCON has it. */
  private static final List<String> SYNTAXES = List.of(".conf", ".json", ".properties");

  /** Files that are being read: each includes the one above it. */
  private final Deque<String> open = new ArrayDeque<>();

  StrictIncludes(Path file) {
    open.push(file.toAbsolutePath().normalize().toString());
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  /** {@code include "NAME"}: beside the file that includes it. */
  @Override
  public ConfigObject include(ConfigIncludeContext context, String name) {
    List<String> names =
        SYNTAXES.stream().anyMatch(name::endsWith)
            ? List.of(name)
            : SYNTAXES.stream().map(syntax -> name + syntax).toList();
    ConfigObject all = null;
    for (String each : names) {
      Optional<ConfigObject> part = part(context, each);
      if (part.isPresent()) {
        all = all == null ? part.get() : all.withFallback(part.get());
      }
    }
    if (all == null) {
      throw absent(name);
    }
    return all;
  }

  /** {@code include file("NAME")}: a path as it is. */
  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File file) {
    boolean exists =
        file.isFile() || SYNTAXES.stream().anyMatch(syntax -> new File(file + syntax).isFile());
    if (!exists) {
      throw absent(file.toString());
    }
    String path = file.toPath().toAbsolutePath().normalize().toString();
    return within(
        path,
        () ->
            ConfigFactory.parseFileAnySyntax(file, options(context).setAllowMissing(true)).root());
  }

  private Optional<ConfigObject> part(ConfigIncludeContext context, String name) {
    ConfigParseable parseable = context.relativeTo(name);
    if (parseable == null) {
      return Optional.empty();
    }
    String file = parseable.origin().filename();
    if (file == null) {
      // Not a file: HOCON looks for it among the program's own, which are nobody's to include.
      return Optional.empty();
    }
    String path = Path.of(file).toAbsolutePath().normalize().toString();
    return Optional.of(within(path, () -> parseable.parse(options(context))));
  }

  private static ConfigParseOptions options(ConfigIncludeContext context) {
    return context.parseOptions().setSyntax(null).setOriginDescription(null).setAllowMissing(false);
  }

  private interface Parsing {
    ConfigObject parse();
  }

  private ConfigObject within(String path, Parsing parsing) {
    if (open.contains(path)) {
      List<String> way = new ArrayList<>(open);
      Collections.reverse(way);
      way.add(path);
      String shown = String.join(" → ", way.subList(way.indexOf(path), way.size()));
      throw new ConfigException(
          "",
          "%s includes itself: %s.".formatted(path, shown),
          "%s se incluye a sí mismo: %s.".formatted(path, shown));
    }
    // Properties are Latin-1 by their own rules.
    if (!path.endsWith(".properties")) {
      ConfigFiles.requireUtf8(Path.of(path));
    }
    open.push(path);
    try {
      return parsing.parse();
    } finally {
      open.pop();
    }
  }

  private ConfigException absent(String name) {
    return new ConfigException(
        "",
        "%s: include \"%s\": there is no such file.".formatted(open.peek(), name),
        "%s: include \"%s\": no existe ese archivo.".formatted(open.peek(), name));
  }
}
