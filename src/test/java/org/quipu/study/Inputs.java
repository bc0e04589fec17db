package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.quipu.config.SourceConfig;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RowLayout;
import org.quipu.quality.Rule;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.SmallSource;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFiles;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;

/** Small sources for tests: written down, or read from {@code data-samples}. */
final class Inputs {
  static final Path SAMPLES = Path.of("data-samples");

  private Inputs() {}

  /** A source of lines, the first its header; empty fields are missing values. */
  static SmallSource source(SourceContract contract, String header, String... lines) {
    List<String> names = List.of(header.split(","));
    List<AcceptedRow> rows = new ArrayList<>();
    for (String line : lines) {
      List<String> values =
          Arrays.stream(line.split(",", -1)).map(text -> text.isEmpty() ? null : text).toList();
      if (values.size() != names.size()) {
        throw new IllegalArgumentException(line + " does not fit " + header);
      }
      rows.add(new AcceptedRow("test.csv", rows.size() + 2L, line, names, values));
    }
    return new SmallSource(contract, Set.copyOf(names), rows, Book.empty());
  }

  /** A sample file read as a job reads it, held to the rules given beside its contract. */
  static SmallSource sample(SourceContract contract, Function<RowLayout, List<Rule>> rules) {
    SourceConfig config =
        new SourceConfig(
            contract.name(),
            List.of(SAMPLES.resolve(contract.name() + ".csv").toString()),
            "csv",
            "canonical",
            "auto",
            "auto",
            List.of(),
            Map.of());
    List<FileProfile> files =
        InputFiles.of(config, Storage.plain()).stream()
            .map(file -> Formats.profile(file, config, Storage.plain(), Long.MAX_VALUE))
            .toList();
    List<String> keys = new ArrayList<>(contract.keys());
    if (contract == SourceContract.PRACTICE_CODEBOOK) {
      keys.add("expert_id");
    }
    return SmallSource.read(
        contract, files, config, Storage.plain(), keys, rules, Privacy.strict(), RulePolicy.none());
  }

  static SmallSource sample(SourceContract contract) {
    return sample(contract, layout -> List.of());
  }
}
