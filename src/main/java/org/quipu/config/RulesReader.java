package org.quipu.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@code rules} block as records: check_id → what the user decides about it. */
record RulesReader(Settings settings) {
  private static final List<String> KEYS = List.of("max-rate", "max-rows", "severity", "threshold");

  SortedMap<String, RuleConfig> rules() {
    TreeMap<String, RuleConfig> rules = new TreeMap<>();
    ConfigObject block = (ConfigObject) settings.value("rules");
    for (String id : new TreeSet<>(block.keySet())) {
      requireSource(id, block.get(id));
      rules.put(id, rule("rules." + id, block.get(id)));
    }
    return rules;
  }

  /** A check that no source has would be decided about in vain, and nobody would know. */
  private void requireSource(String id, ConfigValue value) {
    List<String> prefixes =
        ((ConfigObject) settings.value("sources"))
            .keySet().stream().map(source -> source.replace('-', '_') + "_").sorted().toList();
    if (prefixes.stream().noneMatch(id::startsWith)) {
      String all = String.join(", ", prefixes);
      throw Settings.wrong(
          "rules." + id,
          value,
          "no check: its name, as in column check_id of the table check, begins with its source: "
              + all,
          "ningún control: su nombre, como en la columna check_id de la tabla check, empieza con su fuente: "
              + all);
    }
  }

  private static RuleConfig rule(String key, ConfigValue value) {
    if (!(value instanceof ConfigObject block)) {
      throw Settings.wrong(
          key,
          value,
          "a block, e.g. { severity = warn, max-rate = 0.01 }",
          "un bloque, p. ej. { severity = warn, max-rate = 0.01 }");
    }
    boolean own = block.containsKey(OwnRuleReader.COLUMN);
    List<String> keys = new ArrayList<>(KEYS);
    if (own) {
      keys.add(OwnRuleReader.COLUMN);
      keys.addAll(OwnRuleReader.KINDS);
      keys.addAll(OwnRuleReader.WORDS);
      keys.remove("threshold");
    }
    for (String name : new TreeSet<>(block.keySet())) {
      if (!keys.contains(name)) {
        String all = String.join(", ", keys);
        throw Settings.wrong(
            key + "." + name,
            block.get(name),
            "not a key; known are " + all,
            "no es una clave; se conocen " + all);
      }
    }
    return new RuleConfig(
        given(block, "severity").map(severity -> severity(key + ".severity", severity)),
        given(block, "max-rate").map(rate -> number(key + ".max-rate", rate, BigDecimal.ONE)),
        rows(key, block),
        given(block, "threshold")
            .map(limit -> number(key + ".threshold", limit, BigDecimal.valueOf(1_000_000))),
        own ? Optional.of(new OwnRuleReader(key, block).rule()) : Optional.empty());
  }

  private static Optional<ConfigValue> given(ConfigObject block, String name) {
    return Optional.ofNullable(block.get(name))
        .filter(value -> value.valueType() != ConfigValueType.NULL);
  }

  private static RuleConfig.Severity severity(String key, ConfigValue value) {
    String text = Settings.scalar(value).orElse("");
    return Arrays.stream(RuleConfig.Severity.values())
        .filter(severity -> severity.name().toLowerCase(java.util.Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Settings.wrong(
                    key,
                    value,
                    "one of reject, warn, stop, off",
                    "uno de reject, warn, stop, off"));
  }

  private static OptionalLong rows(String key, ConfigObject block) {
    Optional<BigDecimal> rows =
        given(block, "max-rows")
            .map(value -> number(key + ".max-rows", value, BigDecimal.valueOf(Long.MAX_VALUE)));
    return rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.get().longValue());
  }

  private static BigDecimal number(String key, ConfigValue value, BigDecimal max) {
    return Settings.scalar(value)
        .filter(text -> text.matches("\\d{1,18}(\\.\\d{1,18})?"))
        .map(BigDecimal::new)
        .filter(number -> number.compareTo(max) <= 0)
        .orElseThrow(
            () ->
                Settings.wrong(
                    key,
                    value,
                    "a number from 0 to " + max.toPlainString() + " or null",
                    "un número de 0 a " + max.toPlainString() + " o null"));
  }
}
