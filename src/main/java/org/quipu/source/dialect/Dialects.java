package org.quipu.source.dialect;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.config.ConfigException;

/** The dialects that come with Quipu, and the user's own. */
final class Dialects {
  /** The mapping of files that have the canonical columns already. */
  static final String CANONICAL = "canonical";

  /** The dialect that the header of a file tells. */
  static final String AUTO = "auto";

  /** Each is {@code dialects/NAME.conf} among the resources. */
  static final List<String> BUILT_IN =
      List.of("renipress", "susalud-production", "kobo", "odk", "redcap", "limesurvey", "dhis2");

  private static final Set<String> SOURCES =
      Set.of(
          "facility-registry",
          "facility-crosswalk",
          "network-crosswalk",
          "facility-indicator",
          "indicator-catalog",
          "management-survey",
          "goal-attainment",
          "practice-codebook",
          "staff-survey",
          "instrument",
          "context-indicator",
          "published-figures");
  private static final Set<String> MAPPING_KEYS =
      Set.of(
          "recognize",
          "columns",
          "pad",
          "upper-case",
          "values",
          "missing",
          "missing-in",
          "keep",
          "leave-out",
          "never-read",
          "ignore",
          "rename",
          "groups",
          "rows",
          "options",
          "joined",
          "pivot",
          "newest-of");

  private final Map<String, ConfigObject> blocks = new LinkedHashMap<>();

  private Dialects() {}

  /**
   * All dialects.
   *
   * @param own the user's block {@code dialects} as text
   */
  static Dialects with(String own) {
    Dialects dialects = new Dialects();
    for (String name : BUILT_IN) {
      dialects.blocks.put(name, builtIn(name));
    }
    ConfigObject root =
        ConfigFactory.parseString(own, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF))
            .root();
    for (String name : new TreeSet<>(root.keySet())) {
      if (!(root.get(name) instanceof ConfigObject block)) {
        throw new ConfigException(
            "dialects." + name,
            "dialects." + name + " is a block { … }.",
            "dialects." + name + " es un bloque { … }.");
      }
      String base = new DialectText("dialects." + name, block).text("extends");
      ConfigObject parent = dialects.blocks.get(base.isEmpty() ? name : base);
      if (!base.isEmpty() && parent == null) {
        throw dialects.unknown("dialects." + name + ".extends", base);
      }
      dialects.blocks.put(
          name, parent == null ? block : block.withFallback(parent).withoutKey("extends"));
    }
    return dialects;
  }

  private static ConfigObject builtIn(String name) {
    Config config = ConfigFactory.parseResources(Dialects.class, "/dialects/" + name + ".conf");
    return (ConfigObject) config.root().get(name);
  }

  /** The names in the order of the list, the user's own last. */
  List<String> names() {
    return List.copyOf(blocks.keySet());
  }

  /** The sources that a dialect maps onto, sorted. */
  List<String> sources(String name) {
    return blocks.get(name).keySet().stream().filter(SOURCES::contains).sorted().toList();
  }

  /**
   * A dialect for one source.
   *
   * @throws ConfigException if there is no such dialect, or it does not say how that source is
   *     mapped, or it holds an unknown key
   */
  Dialect find(String key, String name, String source) {
    ConfigObject block = blocks.get(name);
    if (block == null) {
      throw unknown(key, name);
    }
    if (!(block.get(source) instanceof ConfigObject mapping)) {
      String all = String.join(", ", sources(name));
      throw new ConfigException(
          key,
          key
              + " = "
              + name
              + ": this dialect does not map onto "
              + source
              + " but onto: "
              + all
              + ". Add dialects."
              + name
              + "."
              + source
              + " { columns { … } }.",
          key
              + " = "
              + name
              + ": este dialecto no da "
              + source
              + " sino: "
              + all
              + ". Agregue dialects."
              + name
              + "."
              + source
              + " { columns { … } }.");
    }
    ConfigObject common = block;
    for (String other : block.keySet()) {
      boolean shared = MAPPING_KEYS.contains(other);
      if (!shared && !SOURCES.contains(other) && !other.equals("about")) {
        Set<String> allowed = new TreeSet<>(MAPPING_KEYS);
        allowed.addAll(SOURCES);
        new DialectText("dialects." + name, block).allow(allowed);
      }
      common = shared ? common : common.withoutKey(other);
    }
    DialectText text =
        new DialectText("dialects." + name + "." + source, mapping.withFallback(common));
    text.allow(MAPPING_KEYS);
    return read(name, source, text);
  }

  private ConfigException unknown(String key, String name) {
    String all = CANONICAL + ", " + AUTO + ", " + String.join(", ", names());
    return new ConfigException(
        key,
        key + " = " + name + " is not known; use one of: " + all + ".",
        key + " = " + name + " no se conoce; use uno de: " + all + ".");
  }

  private static Dialect read(String name, String source, DialectText text) {
    return new Dialect(
        name,
        source,
        text.texts("recognize"),
        text.map("columns", DialectText::templates),
        text.map("pad", DialectText::whole),
        text.set("upper-case"),
        text.map("values", (inner, column) -> inner.inner(column).textsByName()),
        text.set("missing"),
        text.map("missing-in", DialectText::set),
        text.map("keep", DialectText::set),
        text.map("leave-out", DialectText::set),
        HeaderPattern.all(text.texts("never-read")),
        HeaderPattern.all(text.texts("ignore")),
        patterns(text.inner("rename").textsByName()),
        text.text("groups"),
        rows(text),
        text.has("options") ? Optional.of(options(text.inner("options"))) : Optional.empty(),
        text.has("joined") ? Optional.of(joined(text.inner("joined"))) : Optional.empty(),
        text.has("pivot") ? Optional.of(pivot(text.inner("pivot"))) : Optional.empty(),
        text.has("newest-of")
            ? Optional.of(new HeaderPattern(text.text("newest-of")))
            : Optional.empty());
  }

  private static Map<HeaderPattern, HeaderPattern> patterns(Map<String, String> texts) {
    Map<HeaderPattern, HeaderPattern> patterns = new LinkedHashMap<>();
    texts.forEach((from, to) -> patterns.put(new HeaderPattern(from), new HeaderPattern(to)));
    return patterns;
  }

  private static List<Map<String, Template>> rows(DialectText text) {
    List<Map<String, Template>> rows = new ArrayList<>();
    for (DialectText row : text.blocks("rows")) {
      Map<String, Template> columns = new TreeMap<>();
      row.block().keySet().forEach(column -> columns.put(column, row.templates(column).get(0)));
      rows.add(columns);
    }
    return rows;
  }

  private static Dialect.Options options(DialectText text) {
    text.allow(Set.of("columns", "yes", "no"));
    return new Dialect.Options(
        HeaderPattern.all(text.texts("columns")), text.set("yes"), text.set("no"));
  }

  private static Dialect.Joined joined(DialectText text) {
    text.allow(Set.of("columns", "questions", "separator", "known"));
    return new Dialect.Joined(
        HeaderPattern.all(text.texts("columns")),
        HeaderPattern.all(text.texts("questions")),
        text.has("separator") ? text.text("separator") : " ",
        text.map("known", DialectText::texts));
  }

  private static Dialect.Pivot pivot(DialectText text) {
    text.allow(Set.of("by", "value", "sum-over", "elements"));
    Map<HeaderPattern, Map<String, String>> elements = new LinkedHashMap<>();
    text.map(
            "elements",
            (inner, name) ->
                inner.block().get(name) instanceof ConfigObject
                    ? inner.inner(name).textsByName()
                    : Map.of("column", inner.text(name)))
        .forEach((name, columns) -> elements.put(new HeaderPattern(name), columns));
    return new Dialect.Pivot(text.text("by"), text.text("value"), text.texts("sum-over"), elements);
  }
}
