package org.quipu.source.dialect;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.config.SourceConfig;

/** Files that come in versions, of which the newest replaces the others. */
public final class Versions {
  private static final String VERSION = "version";

  private Versions() {}

  /** The paths that count: where a dialect says how versions are named, the newest of each. */
  public static Set<String> newest(SourceConfig config, Collection<String> paths) {
    Set<String> kept = new HashSet<>(paths);
    if (config.dialect().equals(Dialects.CANONICAL) || config.dialect().equals(Dialects.AUTO)) {
      return kept;
    }
    Dialect dialect =
        Dialects.with(config.dialects())
            .find("sources." + config.name() + ".dialect", config.dialect(), config.name());
    if (dialect.newestOf().isEmpty()) {
      return kept;
    }
    HeaderPattern pattern = dialect.newestOf().get();
    Map<String, String> newest = new TreeMap<>();
    for (String path : paths) {
      Map<String, String> captured =
          pattern.match(path.substring(path.lastIndexOf('/') + 1)).orElse(Map.of());
      if (number(captured) == null) {
        continue;
      }
      Map<String, String> others = new TreeMap<>(captured);
      others.remove(VERSION);
      String stem = path.substring(0, path.lastIndexOf('/') + 1) + others;
      String other = newest.get(stem);
      boolean later = other == null || version(pattern, other).compareTo(number(captured)) < 0;
      kept.remove(later ? other : path);
      if (later) {
        newest.put(stem, path);
      }
    }
    return kept;
  }

  private static BigInteger version(HeaderPattern pattern, String path) {
    return number(pattern.match(path.substring(path.lastIndexOf('/') + 1)).orElseThrow());
  }

  private static BigInteger number(Map<String, String> captured) {
    String version = captured.getOrDefault(VERSION, "");
    return version.matches("\\d{1,9}") ? new BigInteger(version) : null;
  }
}
