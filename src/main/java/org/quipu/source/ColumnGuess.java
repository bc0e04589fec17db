package org.quipu.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a file that a canonical column may stand for.
 *
 * @param canonical the canonical column
 * @param written the file's column; null where none is like it
 * @param confidence 0 to 1: how alike the names are, times how many values are of the type
 */
public record ColumnGuess(ContractColumn canonical, String written, double confidence) {
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
  static List<ColumnGuess> of(SourceContract contract, List<ColumnSample> file) {
    List<ColumnGuess> all = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      for (ColumnSample sample : file) {
        double alike = alike(column.name(), sample.name());
        double confidence = alike * (0.4 + 0.6 * sample.fits(column.type()));
        if (confidence >= LIKELY) {
          all.add(new ColumnGuess(column, sample.name(), confidence));
        }
      }
    }
    all.sort((a, b) -> Double.compare(b.confidence, a.confidence));
    Set<String> used = new HashSet<>();
    List<ColumnGuess> chosen = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      chosen.add(new ColumnGuess(column, null, 0));
    }
    for (ColumnGuess guess : all) {
      int at = contract.columns().indexOf(guess.canonical);
      if (chosen.get(at).written == null && used.add(guess.written)) {
        chosen.set(at, guess);
      }
    }
    return chosen;
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
