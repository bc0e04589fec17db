package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code --set KEY=VALUE} of the command line as a configuration of a single key. */
final class SetOption {
  private SetOption() {}

  /**
   * Reads the option. The value is a number, true, false, null, a list, a block or a quoted text
   * where it reads as one; anything else is the plain text as it was typed, so that a path needs no
   * quoting whatever its characters.
   *
   * @throws ConfigException when there is no {@code =}, or the key is not a key
   */
  static Config parse(String option) {
    int equals = option.indexOf('=');
    if (equals <= 0) {
      throw new ConfigException(
          "",
          "--set %s: expected KEY=VALUE, e.g. --set goal-period=month.".formatted(option),
          "--set %s: se esperaba CLAVE=VALOR, p. ej. --set goal-period=month.".formatted(option));
    }
    String key = option.substring(0, equals).strip();
    String description = "--set " + key;
    ConfigValue value = value(option.substring(equals + 1), description);
    try {
      return at(ConfigUtil.splitPath(key), value, description);
    } catch (BadPath e) {
      throw new ConfigException(
          key,
          "--set %s: %s is not a key; keys look like groups.threshold.".formatted(key, key),
          "--set %s: %s no es una clave; las claves son como groups.threshold."
              .formatted(key, key));
    }
  }

  /** The value below its path; unlike atPath, each block on the way keeps the option as origin. */
  private static Config at(List<String> path, ConfigValue value, String description) {
    ConfigValue inner = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      inner = ConfigValueFactory.fromMap(Map.of(path.get(i), inner), description);
    }
    return ((ConfigObject) inner).toConfig();
  }

  private static ConfigValue value(String text, String description) {
    return typed(text, description)
        .or(() -> list(text, description))
        .orElseGet(() -> plain(text, description));
  }

  /** What HOCON reads, unless it reads it as an unquoted text or needs a substitution. */
  private static Optional<ConfigValue> typed(String text, String description) {
    try {
      Config parsed =
          ConfigFactory.parseString(
              "value = " + text, ConfigParseOptions.defaults().setOriginDescription(description));
      boolean single = parsed.root().keySet().size() == 1;
      if (!single || !parsed.isResolved()) {
        return Optional.empty();
      }
      ConfigValue value = parsed.root().get("value");
      // "[draft] x.csv" reads as a list and a text joined to it.
      if (value.valueType() == ConfigValueType.LIST && !text.strip().endsWith("]")) {
        return Optional.empty();
      }
      boolean unquoted =
          value.valueType() == ConfigValueType.STRING && !text.strip().startsWith("\"");
      return unquoted ? Optional.empty() : Optional.of(value);
    } catch (com.typesafe.config.ConfigException e) {
      // Not HOCON: paths with * or # or : are not.
      return Optional.empty();
    }
  }

  /** {@code [a/*.csv, b/*.csv]}: a list whose elements HOCON would want quoted. */
  private static Optional<ConfigValue> list(String text, String description) {
    String stripped = text.strip();
    if (!stripped.startsWith("[") || !stripped.endsWith("]")) {
      return Optional.empty();
    }
    String inside = stripped.substring(1, stripped.length() - 1);
    return Optional.of(
        ConfigValueFactory.fromIterable(
            Arrays.stream(inside.split(","))
                .map(element -> plain(element.strip(), description))
                .toList(),
            description));
  }

  private static ConfigValue plain(String text, String description) {
    return ConfigValueFactory.fromAnyRef(text, description)
        .withOrigin(ConfigOriginFactory.newSimple(description));
  }
}
