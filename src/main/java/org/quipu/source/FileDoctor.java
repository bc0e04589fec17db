package org.quipu.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.config.SourceConfig;
import org.quipu.source.dialect.Plan;
import org.quipu.source.dialect.Recognition;

/** Looks at a file that nothing is known of: what it is, and how Quipu would read it. */
public final class FileDoctor {
  private static final int ROWS = 5_000;
  private static final double LARGEST_ANSWER = 20;

  /** The source of a file of which it is not known. */
  static final String NONE = "unknown";

  private FileDoctor() {}

  /**
   * What the configuration says of every source, whatever file it is.
   *
   * @param dialects the user's own dialects as a HOCON block
   * @param missing texts that mean "no value"
   */
  public record Known(String dialects, List<String> missing) {

    /**
     * @throws org.quipu.config.ConfigException if a dialect cannot be understood
     */
    public Known {
      missing = List.copyOf(missing);
      Recognition.all(dialects, List.of());
    }
  }

  /**
   * The files that a path stands for.
   *
   * @param path a file, a folder or a glob
   * @throws InputException if there are none
   */
  public static List<InputFile> files(String path, Known known, Storage storage) {
    return InputFiles.of(unknown(path, known), storage);
  }

  /**
   * Looks at a file.
   *
   * @throws InputException if it cannot be read
   */
  public static Diagnosis examine(InputFile file, Known known, Storage storage) {
    SourceConfig config = unknown(file.path(), known);
    FileProfile profile = Formats.profile(file, config, storage, Long.MAX_VALUE);
    try {
      return examine(profile, known, storage);
    } catch (IOException e) {
      throw Formats.unreadable(file, e);
    }
  }

  private static SourceConfig unknown(String path, Known known) {
    return config(NONE, path, "canonical", List.of(), Map.of(), known.dialects());
  }

  private static Diagnosis examine(FileProfile profile, Known known, Storage storage)
      throws IOException {
    List<ColumnSample> samples = samples(profile, storage);
    SortedMap<String, Long> missing = missingCodes(samples);
    List<Diagnosis.Candidate> candidates = new ArrayList<>();
    for (SourceContract contract : SourceContract.ALL) {
      candidates.add(byColumns(profile, contract, samples, missing, known));
    }
    for (Recognition found : Recognition.all(known.dialects(), profile.written())) {
      candidates.add(byDialect(profile, found, known));
    }
    candidates.removeIf(candidate -> candidate.confidence() < 0.3);
    candidates.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
    List<Diagnosis.Remark> remarks = Remarks.of(profile, samples, storage);
    if (!candidates.isEmpty()) {
      remarks.addAll(unknownElements(candidates.get(0), profile, samples));
    }
    return new Diagnosis(profile, List.copyOf(candidates), missing, List.copyOf(remarks));
  }

  /** Elements of which a dialect does not say what they are; their rows are left out. */
  private static List<Diagnosis.Remark> unknownElements(
      Diagnosis.Candidate best, FileProfile profile, List<ColumnSample> samples) {
    Plan plan = Plan.of(best.config(), profile.written()).orElse(null);
    String column = plan == null ? null : plan.elementColumn().orElse(null);
    List<String> unknown =
        samples.stream()
            .filter(sample -> sample.name().equals(column))
            .flatMap(sample -> sample.texts().keySet().stream())
            .filter(element -> !plan.knowsElement(element))
            .toList();
    if (unknown.isEmpty()) {
      return List.of();
    }
    String shown = Remarks.shown(unknown);
    String say =
        "dialects.%s.%s.pivot.elements { %s = { indicator_id = …, column = achieved } }"
            .formatted(best.config().dialect(), best.contract().name(), unknown.get(0));
    return List.of(
        new Diagnosis.Remark(
            "Rows of unknown elements in " + column + " are left out: " + shown + "; say " + say,
            "Se omiten las filas de elementos desconocidos en "
                + column
                + ": "
                + shown
                + "; indique "
                + say));
  }

  private static List<ColumnSample> samples(FileProfile profile, Storage storage)
      throws IOException {
    List<ColumnSample> samples = profile.written().stream().map(ColumnSample::new).toList();
    int left = ROWS;
    try (RecordReader rows = Formats.records(profile, profile.splits().get(0), storage)) {
      for (TextRecord row = rows.next(); row != null && left > 0; row = rows.next(), left--) {
        for (int field = 0; row.defect() == null && field < row.width(); field++) {
          if (field < samples.size()) {
            samples.get(field).add(row.text(field));
          }
        }
      }
    }
    return samples;
  }

  private static SortedMap<String, Long> missingCodes(List<ColumnSample> samples) {
    SortedMap<String, Long> codes = new TreeMap<>();
    for (ColumnSample sample : samples) {
      for (String code : ColumnGuess.missingCodes()) {
        Long times = sample.texts().get(code);
        if (times != null && (!code.matches("-?\\d+") || isOutOfScale(code, sample))) {
          codes.merge(code, times, Long::sum);
        }
      }
    }
    return codes;
  }

  /** Whether a number such as 99 lies far above all other values of a column of small numbers. */
  private static boolean isOutOfScale(String code, ColumnSample sample) {
    return sample.texts().size() > 1
        && sample.texts().keySet().stream()
            .filter(text -> !ColumnGuess.missingCodes().contains(text))
            .allMatch(
                text ->
                    text.matches("(\\d|[1-9]\\d)(\\.\\d+)?")
                        && new java.math.BigDecimal(text).doubleValue() <= LARGEST_ANSWER);
  }

  private static Diagnosis.Candidate byColumns(
      FileProfile profile,
      SourceContract contract,
      List<ColumnSample> samples,
      SortedMap<String, Long> missing,
      Known known) {
    List<ColumnGuess> guesses = ColumnGuess.of(contract, samples, profile.separator());
    Map<String, String> renamed = new TreeMap<>();
    List<String> lacking = new ArrayList<>();
    double required = 0;
    double optional = 0;
    long explained = 0;
    for (ColumnGuess guess : guesses) {
      String name = guess.canonical().name();
      if (guess.written() == null) {
        if (guess.canonical().isRequired()) {
          lacking.add(name);
        }
        continue;
      }
      explained++;
      if (guess.canonical().isRequired()) {
        required += guess.confidence();
      } else {
        optional += guess.confidence();
      }
      if (guess.made() != null || !guess.written().equals(name)) {
        renamed.put(name, guess.made() != null ? guess.made() : guess.written());
      }
    }
    if (contract.equals(SourceContract.STAFF_SURVEY)) {
      explained +=
          samples.stream()
              .filter(sample -> guesses.stream().noneMatch(g -> sample.name().equals(g.written())))
              .filter(ColumnSample::looksLikeItem)
              .count();
    }
    long needed = contract.columns().stream().filter(ContractColumn::isRequired).count();
    long further = contract.columns().size() - needed;
    double confidence =
        0.5 * required / needed
            + 0.1 * (further == 0 ? 1 : optional / further)
            + 0.4 * Math.min(1, (double) explained / Math.max(1, samples.size()));
    SourceConfig config =
        config(
            contract.name(),
            profile.file().path(),
            "canonical",
            both(known.missing(), missing.keySet()),
            renamed,
            known.dialects());
    return new Diagnosis.Candidate(contract, confidence, config, guesses, lacking);
  }

  private static Diagnosis.Candidate byDialect(
      FileProfile profile, Recognition found, Known known) {
    SourceContract contract =
        SourceContract.ALL.stream()
            .filter(each -> each.name().equals(found.source()))
            .findFirst()
            .orElseThrow();
    SourceConfig config =
        config(
            found.source(),
            profile.file().path(),
            found.dialect(),
            known.missing(),
            Map.of(),
            known.dialects());
    List<String> header = Plan.of(config, profile.written()).orElseThrow().header();
    List<String> needed =
        contract.columns().stream()
            .filter(ContractColumn::isRequired)
            .map(ContractColumn::name)
            .toList();
    List<String> lacking = needed.stream().filter(name -> !header.contains(name)).toList();
    double has = 1 - (double) lacking.size() / needed.size();
    // Where two sources could be read from the file, the one that asks for more is meant.
    double confidence = found.share() * has * (1 - 0.05 / needed.size());
    return new Diagnosis.Candidate(contract, confidence, config, List.of(), lacking);
  }

  /** What is configured, and what the file seems to have beside it. */
  private static List<String> both(List<String> configured, Collection<String> found) {
    return Stream.concat(configured.stream(), found.stream()).distinct().toList();
  }

  private static SourceConfig config(
      String source,
      String path,
      String dialect,
      List<String> missing,
      Map<String, String> columns,
      String dialects) {
    return new SourceConfig(
        source, List.of(path), "auto", dialect, "auto", "auto", missing, columns, dialects);
  }
}
