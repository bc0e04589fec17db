package org.quipu.source.dialect;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.quipu.config.ConfigException;

/** Typed values of one dialect's block, each checked where it is read. */
record DialectText(String path, ConfigObject block) {

  /** Every key must be one of these. */
  void allow(Set<String> keys) {
    for (String key : new TreeSet<>(block.keySet())) {
      if (!keys.contains(key)) {
        throw wrong(
            key,
            "is not known; known here: " + String.join(", ", new TreeSet<>(keys)),
            "no se conoce; se conocen aquí: " + String.join(", ", new TreeSet<>(keys)));
      }
    }
  }

  boolean has(String key) {
    return block.containsKey(key) && block.get(key).valueType() != ConfigValueType.NULL;
  }

  String text(String key) {
    return has(key) ? scalar(key, block.get(key)) : "";
  }

  List<String> texts(String key) {
    return has(key) ? texts(key, block.get(key)) : List.of();
  }

  Set<String> set(String key) {
    return new LinkedHashSet<>(texts(key));
  }

  /** The inner block of a key; empty where it is not there. */
  DialectText inner(String key) {
    ConfigValue value = block.get(key);
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      return new DialectText(path + "." + key, com.typesafe.config.ConfigFactory.empty().root());
    }
    if (value instanceof ConfigObject object) {
      return new DialectText(path + "." + key, object);
    }
    throw wrong(key, "is a block { … }", "es un bloque { … }");
  }

  /** A block whose keys are names of columns, sorted by them. */
  <V> Map<String, V> map(String key, BiFunction<DialectText, String, V> read) {
    DialectText inner = inner(key);
    Map<String, V> map = new TreeMap<>();
    for (String name : inner.block.keySet()) {
      if (inner.has(name)) {
        map.put(name, read.apply(inner, name));
      }
    }
    return map;
  }

  /** A list of blocks. */
  List<DialectText> blocks(String key) {
    if (!has(key)) {
      return List.of();
    }
    List<DialectText> blocks = new ArrayList<>();
    if (block.get(key) instanceof ConfigList list) {
      for (ConfigValue element : list) {
        if (element instanceof ConfigObject object) {
          blocks.add(new DialectText(path + "." + key, object));
        }
      }
      if (blocks.size() == list.size()) {
        return blocks;
      }
    }
    throw wrong(key, "is a list of blocks [{ … }, …]", "es una lista de bloques [{ … }, …]");
  }

  /** What a canonical column may be made of: a text, a list of texts, or a constant. */
  List<Template> templates(String key) {
    ConfigValue value = block.get(key);
    if (value instanceof ConfigObject) {
      DialectText inner = inner(key);
      inner.allow(Set.of("constant"));
      return List.of(Template.constant(inner.text("constant")));
    }
    List<Template> templates = new ArrayList<>();
    for (String text : texts(key)) {
      if (Template.isBroken(text)) {
        throw wrong(
            key,
            "holds a brace that is not closed or names nothing: '" + text + "'; use {COLUMN}",
            "contiene una llave sin cerrar o sin nombre: «" + text + "»; use {COLUMNA}");
      }
      try {
        templates.add(Template.parse(text));
      } catch (IllegalArgumentException e) {
        throw wrong(
            key,
            "holds the format '" + e.getMessage() + "'; use 02, 08, … or " + ValueFormat.NAMES,
            "contiene el formato «" + e.getMessage() + "»; use 02, 08, … o " + ValueFormat.NAMES);
      }
    }
    return templates;
  }

  Map<String, String> textsByName() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String name : new TreeSet<>(block.keySet())) {
      map.put(name, text(name));
    }
    return map;
  }

  int whole(String key) {
    String text = text(key);
    if (!text.matches("\\d{1,2}")) {
      throw wrong(key, "is a number of digits from 1 to 99", "es un número de cifras de 1 a 99");
    }
    return Integer.parseInt(text);
  }

  private List<String> texts(String key, ConfigValue value) {
    if (value instanceof ConfigList list) {
      List<String> texts = new ArrayList<>();
      list.forEach(element -> texts.add(scalar(key, element)));
      return texts;
    }
    return List.of(scalar(key, value));
  }

  private String scalar(String key, ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, BOOLEAN -> value.unwrapped().toString();
      // A number keeps the text that it was written with.
      case NUMBER -> value.atKey("number").getString("number");
      case NULL, LIST, OBJECT -> throw wrong(key, "is a text", "es un texto");
    };
  }

  ConfigException wrong(String key, String en, String es) {
    String full = path + "." + key;
    return new ConfigException(full, full + " " + en + ".", full + " " + es + ".");
  }
}
