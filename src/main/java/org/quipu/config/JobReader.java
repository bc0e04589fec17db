package org.quipu.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** From checked keys to the records, each value checked where it is read. */
final class JobReader {
  private final Settings settings;
  private final Locations locations;

  private JobReader(Settings settings, Locations locations) {
    this.settings = settings;
    this.locations = locations;
  }

  static JobConfig read(Settings settings, Locations locations, Language ofLocale) {
    return new JobReader(settings, locations).job(ofLocale);
  }

  private JobConfig job(Language ofLocale) {
    SortedMap<String, SourceConfig> sources = new SourceReader(settings, locations).sources();
    GoalsConfig goals = goals();
    return new JobConfig(
        settings.textOrEmpty("job"),
        new StudiesReader(settings).studies(sources, goals),
        language(ofLocale),
        locations.absolute("warehouse", settings.value("warehouse"), settings.text("warehouse")),
        (int) settings.whole("keep-versions", 1, 1_000_000),
        (int) settings.whole("keep-hours", 0, 1_000_000),
        settings.text("country-unit"),
        goals,
        groups(),
        new PracticesConfig(
            share("practices.majority-share"),
            share("practices.more-frequent-share"),
            settings.choice("practices.consensus", PracticesConfig.Consensus.class)),
        settings.texts("context.indicators"),
        new EligibilityConfig(
            settings.notNegative("eligibility.min-experience-years"),
            settings.texts("eligibility.roles")),
        new CleaningConfig(
            settings.flag("cleaning.scale-bounds"),
            share("cleaning.min-answered-share"),
            settings.notNegative("cleaning.fence")),
        new StatisticsConfig(
            settings.openShare("confidence"),
            settings.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
            (int) settings.whole("permutations", 0, 10_000_000)),
        quarantine(),
        new StrictConfig(settings.flag("strict.figures"), settings.flag("strict.quality")),
        new RulesReader(settings).rules(),
        privacy(),
        operation(),
        spark(),
        sources);
  }

  private enum LanguageSetting {
    EN,
    ES,
    AUTO
  }

  private Language language(Language ofLocale) {
    return switch (settings.choice("language", LanguageSetting.class)) {
      case EN -> Language.EN;
      case ES -> Language.ES;
      case AUTO -> ofLocale;
    };
  }

  private GoalsConfig goals() {
    Optional<BigDecimal> min = settings.optionalDecimal("attainment-bounds.min");
    Optional<BigDecimal> max = settings.optionalDecimal("attainment-bounds.max");
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw Settings.wrong(
          "attainment-bounds.min",
          settings.value("attainment-bounds.min"),
          "at most attainment-bounds.max, " + max.get().toPlainString(),
          "como máximo attainment-bounds.max, " + max.get().toPlainString());
    }
    return new GoalsConfig(
        settings.choice("goal-period", GoalsConfig.Period.class),
        share("goal-share"),
        settings.choice("performance-source", GoalsConfig.PerformanceSource.class),
        settings.choice("networks", GoalsConfig.Networks.class),
        min,
        max);
  }

  private GroupsConfig groups() {
    var groups =
        new GroupsConfig(
            settings.choice("groups.method", GroupsConfig.Method.class),
            settings.decimal("groups.threshold", "0", "100"),
            settings.texts("groups.group-1"));
    if (groups.method() == GroupsConfig.Method.LIST && groups.group1().isEmpty()) {
      throw Settings.wrong(
          "groups.method",
          settings.value("groups.method"),
          "list only with at least one diresa_id in groups.group-1",
          "list solo con al menos un diresa_id en groups.group-1");
    }
    return groups;
  }

  private QuarantineConfig quarantine() {
    Optional<BigDecimal> rate =
        settings.isNull("quarantine.max-rate")
            ? Optional.empty()
            : Optional.of(share("quarantine.max-rate"));
    OptionalLong rows =
        settings.isNull("quarantine.max-rows")
            ? OptionalLong.empty()
            : OptionalLong.of(settings.whole("quarantine.max-rows", 0, Long.MAX_VALUE));
    return new QuarantineConfig(
        rate, rows, (int) settings.whole("quarantine.rows-in-memory", 0, 1_000_000));
  }

  private PrivacyConfig privacy() {
    String file = settings.textOrEmpty("privacy.key-file");
    return new PrivacyConfig(
        file.isBlank()
            ? ""
            : locations.absolute("privacy.key-file", settings.value("privacy.key-file"), file),
        settings.textOrEmpty("privacy.key-env"),
        settings.texts("privacy.drop-columns"));
  }

  private OperationConfig operation() {
    return new OperationConfig(
        localFile("operation.metrics-file"),
        localFile("operation.log-file"),
        settings.choice("operation.log-format", OperationConfig.LogFormat.class));
  }

  private String localFile(String key) {
    String file = settings.textOrEmpty(key);
    if (file.isBlank()) {
      return "";
    }
    String path = locations.absolute(key, settings.value(key), file);
    if (!path.startsWith("/") && !Path.of(path).isAbsolute()) {
      throw Settings.wrong(key, settings.value(key), "a local path", "una ruta local");
    }
    return path;
  }

  private SparkConfig spark() {
    var conf = new TreeMap<String, String>();
    ConfigValue block = settings.value("spark.conf");
    if (!(block instanceof ConfigObject object)) {
      throw Settings.wrong(
          "spark.conf", block, "a block of Spark settings", "un bloque de opciones de Spark");
    }
    object
        .toConfig()
        .entrySet()
        .forEach(
            entry -> {
              // Unquoted dots nest: both spark.a.b and "spark.a.b" name the same setting.
              String name = String.join(".", ConfigUtil.splitPath(entry.getKey()));
              conf.put(name, Settings.scalarOf("spark.conf." + name, entry.getValue()));
            });
    submitted().forEach(conf::putIfAbsent);
    return new SparkConfig(
        master(),
        (int) settings.whole("spark.shuffle-partitions", 0, 1_000_000),
        (int) settings.whole("spark.split-bytes", 1 << 12, 1 << 30),
        settings.whole("spark.from-bytes", 0, Long.MAX_VALUE),
        conf);
  }

  private String master() {
    String master = settings.textOrEmpty("spark.master");
    if (!SparkConfig.isMaster(master)) {
      String known = "local, local[N], local[*], spark://HOST:PORT, yarn, k8s://https://HOST:PORT";
      throw Settings.wrong(
          "spark.master",
          settings.value("spark.master"),
          "one of " + known + ", or empty under spark-submit",
          "uno de " + known + ", o vacío con spark-submit");
    }
    return master;
  }

  /**
   * What spark-submit was told of Hadoop's file systems; it hands settings on as system properties.
   */
  private static Map<String, String> submitted() {
    var out = new TreeMap<String, String>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(SparkConfig.HADOOP)) {
        out.put(name, System.getProperty(name));
      }
    }
    return out;
  }

  private BigDecimal share(String key) {
    return settings.decimal(key, "0", "1");
  }
}
