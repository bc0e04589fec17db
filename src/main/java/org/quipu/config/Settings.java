package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads typed values, each checked where it is read.
 *
 * <p>Every method throws {@link ConfigException} with key, value, place and what is allowed.
 */
final class Settings {
  private final Config config;

  /** A resolved configuration in which every key of reference.conf is present, possibly null. */
  Settings(Config config) {
    this.config = config;
  }

  /** Whether the value is true or false. */
  boolean flag(String key) {
    ConfigValue value = value(key);
    String text = scalar(value).orElse("");
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw wrong(key, value, "true or false", "true o false");
  }

  /** A text that is not blank. */
  String text(String key) {
    ConfigValue value = value(key);
    return scalar(value)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () -> wrong(key, value, "a text that is not empty", "un texto que no esté vacío"));
  }

  /** A text that may be empty. */
  String textOrEmpty(String key) {
    ConfigValue value = value(key);
    return scalar(value).orElseThrow(() -> wrong(key, value, "a text", "un texto"));
  }

  /** A list of texts that are not blank; a single text is a list of one. */
  List<String> texts(String key) {
    ConfigValue value = value(key);
    List<ConfigValue> elements = value instanceof ConfigList list ? list : List.of(value);
    return elements.stream()
        .map(
            element ->
                scalar(element)
                    .filter(text -> !text.isBlank())
                    .orElseThrow(
                        () ->
                            wrong(
                                key,
                                value,
                                "a list of texts that are not empty",
                                "una lista de textos que no estén vacíos")))
        .toList();
  }

  /** The constant whose lower-case name with {@code -} is the value. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    ConfigValue value = value(key);
    String text = scalar(value).orElse("");
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String all =
                  Arrays.stream(type.getEnumConstants())
                      .map(Settings::word)
                      .collect(Collectors.joining(", "));
              return wrong(key, value, "one of " + all, "uno de " + all);
            });
  }

  /** An exact decimal from min to max, both inclusive. */
  BigDecimal decimal(String key, String min, String max) {
    ConfigValue value = value(key);
    return number(value)
        .filter(x -> x.compareTo(new BigDecimal(min)) >= 0 && x.compareTo(new BigDecimal(max)) <= 0)
        .orElseThrow(
            () ->
                wrong(
                    key,
                    value,
                    "a number from %s to %s".formatted(min, max),
                    "un número de %s a %s".formatted(min, max)));
  }

  /** An exact decimal that is not negative. */
  BigDecimal notNegative(String key) {
    ConfigValue value = value(key);
    return number(value)
        .filter(x -> x.signum() >= 0)
        .orElseThrow(() -> wrong(key, value, "a number, 0 or more", "un número, 0 o más"));
  }

  /** A decimal strictly between 0 and 1. */
  double openShare(String key) {
    ConfigValue value = value(key);
    return number(value)
        .map(BigDecimal::doubleValue)
        .filter(x -> x > 0 && x < 1)
        .orElseThrow(
            () ->
                wrong(
                    key,
                    value,
                    "a number between 0 and 1, both exclusive, e.g. 0.95",
                    "un número entre 0 y 1, sin incluirlos, p. ej. 0.95"));
  }

  /** An exact decimal, or empty for null. */
  Optional<BigDecimal> optionalDecimal(String key) {
    ConfigValue value = value(key);
    if (isNull(value)) {
      return Optional.empty();
    }
    return Optional.of(
        number(value).orElseThrow(() -> wrong(key, value, "a number or null", "un número o null")));
  }

  /** A whole number from min to max, both inclusive. */
  long whole(String key, long min, long max) {
    ConfigValue value = value(key);
    return number(value)
        .filter(x -> x.stripTrailingZeros().scale() <= 0)
        .filter(
            x ->
                x.compareTo(BigDecimal.valueOf(min)) >= 0
                    && x.compareTo(BigDecimal.valueOf(max)) <= 0)
        .map(BigDecimal::longValueExact)
        .orElseThrow(
            () ->
                wrong(
                    key,
                    value,
                    "a whole number from %d to %d".formatted(min, max),
                    "un número entero de %d a %d".formatted(min, max)));
  }

  /** Whether the value is null: nothing, said on purpose. */
  boolean isNull(String key) {
    return isNull(value(key));
  }

  /** The value as it stands, with its origin. */
  ConfigValue value(String key) {
    ConfigValue value = config.root();
    for (String name : ConfigUtil.splitPath(key)) {
      value = ((ConfigObject) value).get(name);
    }
    return value;
  }

  /** The sentence for a value that is not allowed. */
  static ConfigException wrong(String key, ConfigValue value, String allowedEn, String allowedEs) {
    // On one line, without the comments of the file.
    String shown = Secrets.shown(key, value.render(ConfigRenderOptions.concise()));
    String origin = Origin.of(value);
    if (origin.matches("--[a-z-]+")) {
      // An option that stands for a key: who typed it need not know the key.
      return new ConfigException(
          key,
          "%s %s is not allowed; allowed is %s.".formatted(origin, shown, allowedEn),
          "%s %s no está permitido; se admite %s.".formatted(origin, shown, allowedEs));
    }
    return new ConfigException(
        key,
        "%s: %s = %s is not allowed; %s is %s.".formatted(origin, key, shown, key, allowedEn),
        "%s: %s = %s no está permitido; %s es %s.".formatted(origin, key, shown, key, allowedEs));
  }

  /** The text of a string, number or boolean, as it was written; empty for anything else. */
  static Optional<String> scalar(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING -> Optional.of((String) value.unwrapped());
      // A number keeps the text it was written with: 007 stays 007.
      case NUMBER -> Optional.of(value.atKey("number").getString("number"));
      case BOOLEAN -> Optional.of(value.unwrapped().toString());
      case NULL, LIST, OBJECT -> Optional.empty();
    };
  }

  /** The text of a string, number or boolean, in a block whose keys are the user's. */
  static String scalarOf(String key, ConfigValue value) {
    return scalar(value)
        .orElseThrow(() -> wrong(key, value, "a text or a number", "un texto o un número"));
  }

  private static boolean isNull(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL;
  }

  private static Optional<BigDecimal> number(ConfigValue value) {
    return scalar(value)
        // Bounded in length: 1e999999999 is a number whose plain text would not fit in memory.
        .filter(
            text ->
                text.matches("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})([eE][+-]?\\d{1,2})?"))
        .map(BigDecimal::new);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
