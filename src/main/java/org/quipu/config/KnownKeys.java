package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds every key of a configuration against those that reference.conf documents. */
final class KnownKeys {
  private final ConfigObject reference;
  private final SortedSet<String> paths = new TreeSet<>();

  KnownKeys(Config reference) {
    this.reference = reference.root();
    collect(List.of(), this.reference);
  }

  /**
   * @throws ConfigException for the first key, in the order of the alphabet, that is not known, or
   *     that holds a value where a block belongs
   */
  void check(Config config) {
    check(List.of(), config.root(), reference);
  }

  private void check(List<String> path, ConfigObject given, ConfigObject known) {
    for (String name : new TreeSet<>(given.keySet())) {
      List<String> here = append(path, name);
      ConfigValue value = given.get(name);
      if (!known.containsKey(name)) {
        throw unknown(here, value, known);
      }
      if (known.get(name) instanceof ConfigObject block && !isOpen(here)) {
        if (value instanceof ConfigObject object) {
          check(here, object, block);
        } else if (!isRemovedSource(here, value)) {
          throw notABlock(here, value, block);
        }
      }
    }
  }

  /**
   * Blocks whose keys are the user's: Spark's settings, dialects, rules, and the columns of a file.
   */
  private static boolean isOpen(List<String> path) {
    return path.equals(List.of("spark", "conf"))
        || path.equals(List.of("dialects"))
        || path.equals(List.of("rules"))
        || (path.size() == 3 && path.get(0).equals("sources") && path.get(2).equals("columns"));
  }

  private static boolean isRemovedSource(List<String> path, ConfigValue value) {
    return path.size() == 2
        && path.get(0).equals("sources")
        && value.valueType() == ConfigValueType.NULL;
  }

  private ConfigException unknown(List<String> path, ConfigValue value, ConfigObject known) {
    String key = ConfigUtil.joinPath(path);
    String origin = Origin.of(value);
    Optional<String> nearest = nearest(path, known);
    String names = String.join(", ", new TreeSet<>(known.keySet()));
    return new ConfigException(
        key,
        "%s: there is no key %s. %s"
            .formatted(
                origin,
                key,
                nearest
                    .map(other -> "Did you mean " + other + "?")
                    .orElse("Known here: " + names + ".")),
        "%s: no existe la clave %s. %s"
            .formatted(
                origin,
                key,
                nearest
                    .map(other -> "¿Quiso decir " + other + "?")
                    .orElse("Se conocen aquí: " + names + ".")));
  }

  /**
   * A sibling with a similar name; else a similar full key; else the same name in another block.
   */
  private Optional<String> nearest(List<String> path, ConfigObject known) {
    String name = path.get(path.size() - 1);
    List<String> parent = path.subList(0, path.size() - 1);
    return NearestKey.of(name, known.keySet())
        .map(sibling -> ConfigUtil.joinPath(append(parent, sibling)))
        .or(() -> NearestKey.of(ConfigUtil.joinPath(path), paths))
        .or(() -> paths.stream().filter(other -> other.endsWith("." + name)).findFirst());
  }

  private static ConfigException notABlock(
      List<String> path, ConfigValue value, ConfigObject block) {
    String key = ConfigUtil.joinPath(path);
    String inside = String.join(", ", new TreeSet<>(block.keySet()));
    String shown = Secrets.shown(key, value.render());
    return new ConfigException(
        key,
        "%s: %s = %s, but %s is a block with the keys %s, e.g. %s.%s = …"
            .formatted(Origin.of(value), key, shown, key, inside, key, exampleKey(block)),
        "%s: %s = %s, pero %s es un bloque con las claves %s, p. ej. %s.%s = …"
            .formatted(Origin.of(value), key, shown, key, inside, key, exampleKey(block)));
  }

  private static String exampleKey(ConfigObject block) {
    return block.containsKey("path") ? "path" : new TreeSet<>(block.keySet()).first();
  }

  private void collect(List<String> path, ConfigObject block) {
    block.forEach(
        (name, value) -> {
          List<String> here = append(path, name);
          if (value instanceof ConfigObject inner && !isOpen(here)) {
            collect(here, inner);
          } else {
            paths.add(ConfigUtil.joinPath(here));
          }
        });
  }

  private static List<String> append(List<String> path, String name) {
    var out = new ArrayList<>(path);
    out.add(name);
    return out;
  }
}
