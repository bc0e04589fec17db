package org.quipu.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The {@code sources} block as records. */
record SourceReader(Settings settings, Locations locations) {

  /** All sources that reference.conf names, by name; one left out has no paths. */
  SortedMap<String, SourceConfig> sources() {
    var out = new TreeMap<String, SourceConfig>();
    List<String> missingCodes = settings.texts("missing-codes");
    var names = ((ConfigObject) settings.value("sources")).keySet();
    for (String name : names) {
      out.put(name, source(name, missingCodes));
    }
    return out;
  }

  private SourceConfig source(String name, List<String> missingCodes) {
    String prefix = "sources." + name;
    if (settings.isNull(prefix)) {
      return new SourceConfig(
          name, List.of(), "auto", "canonical", "auto", "auto", missingCodes, Map.of());
    }
    return new SourceConfig(
        name,
        paths(prefix + ".path"),
        settings.text(prefix + ".format"),
        settings.text(prefix + ".dialect"),
        settings.text(prefix + ".encoding"),
        separator(prefix + ".separator"),
        Stream.concat(missingCodes.stream(), settings.texts(prefix + ".missing").stream())
            .distinct()
            .toList(),
        columns(prefix + ".columns"),
        settings.value("dialects").render(ConfigRenderOptions.concise()));
  }

  private List<String> paths(String key) {
    ConfigValue value = settings.value(key);
    if (settings.isNull(key)) {
      return List.of();
    }
    List<ConfigValue> elements = value instanceof ConfigList list ? list : List.of(value);
    var out = new ArrayList<String>();
    for (ConfigValue element : elements) {
      String text =
          Settings.scalar(element)
              .orElseThrow(
                  () ->
                      Settings.wrong(
                          key,
                          value,
                          "a path or a list of paths",
                          "una ruta o una lista de rutas"));
      if (!text.isBlank()) {
        out.add(locations.absolute(key, element, text));
      }
    }
    return out;
  }

  private String separator(String key) {
    // A tab or a space is blank, and yet a separator.
    String text = settings.textOrEmpty(key);
    String character = text.equals("\\t") || text.equals("tab") ? "\t" : text;
    if (!text.equals("auto") && character.codePointCount(0, character.length()) != 1) {
      throw Settings.wrong(
          key, settings.value(key), "auto, tab, or one character", "auto, tab o un solo carácter");
    }
    return character;
  }

  private Map<String, String> columns(String key) {
    ConfigValue value = settings.value(key);
    if (!(value instanceof ConfigObject object)) {
      throw Settings.wrong(
          key,
          value,
          "a block: canonical column = column of the file",
          "un bloque: columna canónica = columna del archivo");
    }
    var out = new TreeMap<String, String>();
    object.forEach((column, name) -> out.put(column, Settings.scalarOf(key + "." + column, name)));
    return out;
  }
}
