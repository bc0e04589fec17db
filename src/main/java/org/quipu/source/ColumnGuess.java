package org.quipu.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a file that a canonical column may stand for.
 *
 * @param canonical the canonical column
 * @param written the file's column; null where none is like it
 * @param made how it is made of columns ({@code {year}-{month:02}}); null where it is one as it
 *     stands
 * @param confidence 0 to 1: how alike the names are, times how many values are of the type
 */
public record ColumnGuess(
    ContractColumn canonical, String written, String made, double confidence) {
  private static final Config KNOWN =
      ConfigFactory.parseResources(ColumnGuess.class, "/doctor.conf");
  private static final double LIKELY = 0.5;
  private static final double SYNONYM = 0.9;
  private static final double FOLDED = 0.97;
  private static final double PART = 0.6;

  /** Texts that often mean "no value". */
  static List<String> missingCodes() {
    return KNOWN.getStringList("missing-codes");
  }

  /** For each column of a contract the file's column that is most like it, each used once. */
  static List<ColumnGuess> of(SourceContract contract, List<ColumnSample> file, char separator) {
    List<ColumnGuess> all = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      for (ColumnSample sample : file) {
        double alike = alike(column.name(), sample.name());
        Optional<String> format = ColumnFormats.of(column, sample, separator);
        double fits = format.isPresent() ? 1 : sample.fits(column.type());
        double confidence = alike * (0.6 + 0.4 * fits);
        if (confidence >= LIKELY) {
          String made = format.map(each -> place(sample.name(), each)).orElse(null);
          all.add(new ColumnGuess(column, sample.name(), made, confidence));
        }
      }
    }
    contract.columns().stream()
        .filter(column -> column.type() == ColumnType.PERIOD)
        .forEach(column -> yearAndMonth(column, file).ifPresent(all::add));
    all.sort((a, b) -> Double.compare(b.confidence, a.confidence));
    Set<String> used = new HashSet<>();
    List<ColumnGuess> chosen = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      chosen.add(new ColumnGuess(column, null, null, 0));
    }
    for (ColumnGuess guess : all) {
      int at = contract.columns().indexOf(guess.canonical);
      if (chosen.get(at).written == null && used.add(guess.written)) {
        chosen.set(at, guess);
      }
    }
    return chosen;
  }

  /** A column in a format, as templates write it; null where its name cannot stand in one. */
  private static String place(String name, String format) {
    return name.matches("[^{}:]+") ? "{" + name + ":" + format + "}" : null;
  }

  /** A period of which year and month stand in columns of their own. */
  private static Optional<ColumnGuess> yearAndMonth(
      ContractColumn period, List<ColumnSample> file) {
    Optional<ColumnSample> year = part(file, "year", "(19|20)\\d{2}");
    Optional<ColumnSample> month = part(file, "month", "0?[1-9]|1[0-2]");
    return year.isPresent() && month.isPresent()
        ? Optional.of(
            new ColumnGuess(
                period,
                year.get().name(),
                "{" + year.get().name() + "}-" + place(month.get().name(), "02"),
                FOLDED))
        : Optional.empty();
  }

  private static Optional<ColumnSample> part(List<ColumnSample> file, String name, String value) {
    List<String> names = KNOWN.getStringList("parts." + name);
    return file.stream()
        .filter(sample -> names.contains(fold(sample.name())))
        .filter(sample -> place(sample.name(), "02") != null)
        .filter(sample -> !sample.texts().isEmpty())
        .filter(sample -> sample.texts().keySet().stream().allMatch(text -> text.matches(value)))
        .findFirst();
  }

  private static double alike(String canonical, String written) {
    if (canonical.equals(written)) {
      return 1;
    }
    String folded = fold(written);
    if (fold(canonical).equals(folded)) {
      return FOLDED;
    }
    String path = "synonyms." + canonical;
    double best = 0;
    for (String synonym : KNOWN.hasPath(path) ? KNOWN.getStringList(path) : List.<String>of()) {
      String other = fold(synonym);
      if (other.equals(folded)) {
        return SYNONYM;
      }
      boolean part = other.length() > 4 && (" " + folded + " ").contains(" " + other + " ");
      best = part ? PART : best;
    }
    return best;
  }

  /** Without accents, signs and upper case. */
  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }
}
