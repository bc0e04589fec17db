package org.quipu.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Privacy;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rules;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFile;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;
import org.quipu.source.Split;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;

/** Goal sums of rows written down in a test, without Spark. */
public final class GoalRows {
  private static final String HEADER = "facility_id,period,indicator_id,target,achieved";

  private GoalRows() {}

  /** The sums of rows {@code facility_id,period,indicator_id,target,achieved}. */
  public static GoalSums of(boolean yearly, List<String> rows) {
    try {
      Path file = Files.createTempFile("facility-indicator", ".csv");
      try {
        Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
        return read(file, yearly);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sums of a file's rows, those left out that are no rows of the contract. */
  public static GoalSums read(Path path, boolean yearly) throws IOException {
    SourceContract contract = SourceContract.FACILITY_INDICATOR;
    SourceConfig config =
        new SourceConfig(
            contract.name(),
            List.of(path.toString()),
            "csv",
            "canonical",
            "auto",
            "auto",
            List.of(),
            Map.of());
    InputFile input = new InputFile(contract.name(), path.toString(), Files.size(path));
    FileProfile profile = Formats.profile(input, config, Storage.plain(), Long.MAX_VALUE);
    RowLayout layout = RowLayout.of(contract, List.of(), profile, config);
    RowChecker checker =
        new RowChecker(
            profile,
            Rules.ofContract(contract, List.of(), layout),
            Privacy.strict().of(profile, layout));
    RowView view = new RowView(layout);
    GoalSums.Columns columns = new GoalSums.Columns(0, 1, 2, 3, 4);
    GoalSums sums = new GoalSums(yearly);
    for (Split split : profile.splits()) {
      try (RecordReader reader = Formats.records(profile, split, Storage.plain())) {
        for (TextRecord next = reader.next(); next != null; next = reader.next()) {
          if (checker.accepts(view.of(next))) {
            sums.add(view, columns);
          }
        }
      }
    }
    return sums;
  }
}
