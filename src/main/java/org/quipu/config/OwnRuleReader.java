package org.quipu.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a rule of the user's. */
record OwnRuleReader(String key, ConfigObject block) {
  /** The key that makes an entry of {@code rules} a rule of its own. */
  static final String COLUMN = "column";

  /** What a rule may ask; exactly one of them. */
  static final List<String> KINDS =
      List.of("required", "pattern", "allowed", "min", "max", "not-above", "given-with");

  static final List<String> WORDS = List.of("text-en", "text-es");

  OwnRule rule() {
    List<String> kinds = KINDS.stream().filter(block::containsKey).toList();
    boolean range = kinds.equals(List.of("min", "max"));
    if (kinds.size() != 1 && !range) {
      throw Settings.wrong(
          key,
          block,
          "a rule that asks one thing: "
              + String.join(", ", KINDS)
              + " (min and max may go together)",
          "una regla que pide una cosa: "
              + String.join(", ", KINDS)
              + " (min y max pueden ir juntas)");
    }
    requireOrder();
    return new OwnRule(
        text(COLUMN).orElseThrow(),
        text("required").map(text -> flag(text, block.get("required"))).orElse(false),
        text("pattern").map(this::pattern),
        allowed(),
        number("min"),
        number("max"),
        text("not-above"),
        text("given-with"),
        text("text-en"),
        text("text-es"));
  }

  /** No number is at least 5 and at most 1: every row would break the rule. */
  private void requireOrder() {
    Optional<BigDecimal> min = number("min");
    Optional<BigDecimal> max = number("max");
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw Settings.wrong(
          key + ".min",
          block.get("min"),
          "a number not above " + key + ".max = " + max.get().toPlainString(),
          "un número no mayor que " + key + ".max = " + max.get().toPlainString());
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(block.get(name))
        .filter(value -> !name.equals("allowed"))
        .map(value -> Settings.scalarOf(key + "." + name, value));
  }

  private boolean flag(String text, ConfigValue value) {
    if (!text.equals("true")) {
      throw Settings.wrong(key + ".required", value, "true", "true");
    }
    return true;
  }

  private String pattern(String text) {
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw Settings.wrong(
          key + ".pattern",
          block.get("pattern"),
          "a regular expression: " + e.getDescription(),
          "una expresión regular: " + e.getDescription());
    }
  }

  private List<String> allowed() {
    ConfigValue value = block.get("allowed");
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ConfigList list) || list.isEmpty()) {
      throw Settings.wrong(key + ".allowed", value, "a list of texts", "una lista de textos");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(Settings.scalarOf(key + ".allowed", each)));
    return texts;
  }

  private Optional<BigDecimal> number(String name) {
    return text(name)
        .map(
            text -> {
              if (!text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
                throw Settings.wrong(key + "." + name, block.get(name), "a number", "un número");
              }
              return new BigDecimal(text);
            });
  }
}
