package org.quipu.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes the reconstruction: {@code java -cp target/classes org.quipu.sample.Reconstruct
 * data-samples}. The same bytes on every machine.
 */
public final class Reconstruct {
  private Reconstruct() {}

  /**
   * @param args the folder to write into
   * @throws IOException when the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "expected one argument, the folder to write into, but got " + args.length);
    }
    // Digits of codes do not depend on the country of the machine.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    writeTo(Path.of(args[0]));
  }

  /** Writes every file into the folder, over what is there. */
  public static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (CsvFile file : files()) {
      Files.writeString(folder.resolve(file.name()), file.text(), StandardCharsets.UTF_8);
    }
  }

  private static List<CsvFile> files() {
    return List.of(
        FacilityRegistry.file(),
        IndicatorCatalog.file(),
        FacilityIndicator.file(),
        GoalAttainment.file(),
        PracticeCodebook.file(),
        ManagementSurvey.file(),
        Instrument.file(),
        StaffSurvey.file(),
        ContextIndicator.file(),
        PublishedFigures.file());
  }
}
