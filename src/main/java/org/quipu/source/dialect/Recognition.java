package org.quipu.source.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well a header fits a dialect for a source.
 *
 * @param share of the columns by which the dialect's files are known that the header has, 0 to 1
 */
public record Recognition(String dialect, String source, double share) {

  /** The dialect whose files for a source are known by columns that the header has, all of them. */
  static Optional<Dialect> best(Dialects dialects, String source, List<String> written) {
    return dialects.names().stream()
        .filter(name -> dialects.sources(name).contains(source))
        .map(name -> dialects.find("dialects", name, source))
        .filter(dialect -> share(dialect, written) == 1)
        .max(Comparator.comparingInt(dialect -> dialect.recognize().size()));
  }

  /**
   * Every dialect and source that a header may be of, the most likely first.
   *
   * @param own the user's dialects as a HOCON block
   */
  public static List<Recognition> all(String own, List<String> written) {
    Dialects dialects = Dialects.with(own);
    List<Recognition> all = new ArrayList<>();
    for (String name : dialects.names()) {
      for (String source : dialects.sources(name)) {
        double share = share(dialects.find("dialects", name, source), written);
        if (share > 0) {
          all.add(new Recognition(name, source, share));
        }
      }
    }
    all.sort((a, b) -> Double.compare(b.share(), a.share()));
    return all;
  }

  private static double share(Dialect dialect, List<String> written) {
    List<String> wanted = dialect.recognize();
    long found =
        wanted.stream()
            .filter(
                name -> {
                  HeaderPattern pattern = new HeaderPattern(name);
                  return written.stream().anyMatch(pattern::fits);
                })
            .count();
    return wanted.isEmpty() ? 0 : (double) found / wanted.size();
  }
}
