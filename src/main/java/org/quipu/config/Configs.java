package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Loads a configuration from its layers: reference.conf, then the job files in their order, then
 * {@code --conf}, then each {@code --set}; a later layer overrides an earlier one key by key.
 *
 * <p>Several job files make one run: its studies are the union of theirs, all tables appear in the
 * same version, and where two jobs set the same key the later one holds.
 */
public final class Configs {
  private Configs() {}

  /**
   * Loads and checks.
   *
   * @param jobFiles HOCON files, possibly none (then no sources)
   * @param conf a further HOCON file
   * @param sets {@code KEY=VALUE} each, in the order of the command line
   * @throws ConfigException for an unreadable file, an unknown key or a value that is not allowed
   */
  public static JobConfig load(List<Path> jobFiles, Optional<Path> conf, List<String> sets) {
    return load(jobFiles, conf, sets, List.of());
  }

  /**
   * The same with options of the command line that stand for a key each, the last layer of all.
   *
   * @throws ConfigException likewise; it names an option as it was typed
   */
  public static JobConfig load(
      List<Path> jobFiles, Optional<Path> conf, List<String> sets, List<KeyOption> options) {
    Path here = Path.of("").toAbsolutePath();
    return load(jobFiles, conf, sets, options, here, Language.ofMachine());
  }

  static JobConfig load(
      List<Path> jobFiles,
      Optional<Path> conf,
      List<String> sets,
      Path currentDirectory,
      Language ofMachine) {
    return load(jobFiles, conf, sets, List.of(), currentDirectory, ofMachine);
  }

  private static JobConfig load(
      List<Path> jobFiles,
      Optional<Path> conf,
      List<String> sets,
      List<KeyOption> options,
      Path currentDirectory,
      Language ofMachine) {
    Config reference = ConfigFiles.reference();
    List<Config> jobs =
        jobFiles.stream().map(file -> ConfigFiles.parse(currentDirectory.resolve(file))).toList();
    Config layers =
        jobNames(jobFiles, jobs, reference).withFallback(studies(jobFiles, jobs, reference));
    for (int i = jobs.size() - 1; i >= 0; i--) {
      layers = layers.withFallback(jobs.get(i));
    }
    if (conf.isPresent()) {
      layers = ConfigFiles.parse(currentDirectory.resolve(conf.get())).withFallback(layers);
    }
    for (String set : sets) {
      layers = SetOption.parse(set).withFallback(layers);
    }
    for (KeyOption option : options) {
      layers = option.layer().withFallback(layers);
    }
    Config resolved = resolved(layers, reference);
    new KnownKeys(reference).check(resolved);
    return JobReader.read(
        new Settings(withSourceDefaults(resolved, reference)),
        new Locations(currentDirectory),
        ofMachine);
  }

  /** Of several jobs, the union of their studies as one more layer; of one, nothing. */
  private static Config studies(List<Path> files, List<Config> jobs, Config reference) {
    if (jobs.size() < 2) {
      return ConfigFactory.empty();
    }
    var union = new LinkedHashMap<Object, ConfigValue>();
    for (int i = 0; i < jobs.size(); i++) {
      String name = jobName(files.get(i), jobs.get(i), reference);
      ConfigValue value = resolved(jobs.get(i), reference).root().get(StudiesReader.KEY);
      List<ConfigValue> elements = value instanceof ConfigList list ? list : List.of(value);
      for (ConfigValue element : elements) {
        // The name of one job is lost among those of several.
        boolean named =
            element.unwrapped().equals(StudiesReader.AUTO) && StudiesReader.named(name).isPresent();
        ConfigValue study = named ? ConfigValueFactory.fromAnyRef(name, "the job's name") : element;
        union.putIfAbsent(study.unwrapped(), study);
      }
    }
    return ConfigValueFactory.fromIterable(new ArrayList<>(union.values())).atKey("studies");
  }

  /** The jobs' names, or the files' where a job has none, as one more layer. */
  private static Config jobNames(List<Path> files, List<Config> jobs, Config reference) {
    if (jobs.isEmpty()) {
      return ConfigFactory.empty();
    }
    var names = new LinkedHashSet<String>();
    for (int i = 0; i < jobs.size(); i++) {
      names.add(jobName(files.get(i), jobs.get(i), reference));
    }
    return ConfigValueFactory.fromAnyRef(String.join("+", names), "job files").atKey("job");
  }

  private static String jobName(Path file, Config job, Config reference) {
    String name = new Settings(resolved(job, reference)).textOrEmpty("job");
    return name.isBlank() ? file.getFileName().toString().replaceFirst("\\.[^.]*$", "") : name;
  }

  private static Config resolved(Config layers, Config reference) {
    try {
      return layers.withFallback(reference).resolve(ConfigResolveOptions.defaults());
    } catch (com.typesafe.config.ConfigException e) {
      throw ConfigFiles.notUsable(e);
    }
  }

  /**
   * A null in an earlier layer hides the defaults from a later one that names the source again;
   * they are put back.
   */
  private static Config withSourceDefaults(Config config, Config reference) {
    ConfigObject defaults = reference.getObject("sources");
    Config out = config;
    for (String name : defaults.keySet()) {
      if (config.getObject("sources").get(name) instanceof ConfigObject given) {
        // Not withFallback: an object that was merged over a null ignores fallbacks.
        var source = (ConfigObject) defaults.get(name);
        for (var setting : given.entrySet()) {
          source = source.withValue(setting.getKey(), setting.getValue());
        }
        out = out.withValue("sources." + name, source);
      }
    }
    return out;
  }
}
