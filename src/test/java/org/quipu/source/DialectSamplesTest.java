package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.config.SourceConfig;

/** The sample of each dialect against the canonical rows that it stands for. */
class DialectSamplesTest {
  private static final Path SAMPLES = Path.of("data-samples/formats");
  private static final Path EXPECTED = Path.of("src/test/resources/dialects");

  private static SourceConfig source(String name, String dialect, Path path) {
    return new SourceConfig(
        name, List.of(path.toString()), "auto", dialect, "auto", "auto", List.of("NA"), Map.of());
  }

  /** Line, then the cells by canonical name; what could not be used, with why. */
  private static List<String> lines(ReadFile read) {
    List<String> lines = new ArrayList<>();
    lines.add("line," + String.join(",", read.profile().header()));
    for (ReadFile.Row row : read.rows()) {
      String cells = DelimitedLine.of(row.fields(), ',');
      lines.add(
          row.line()
              + ","
              + (row.defect() != null
                  ? "! " + row.defect().en()
                  : row.inScope() ? cells : "- not of the population"));
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "renipress, facility-registry, renipress/IPRESS.csv",
    "susalud-production, facility-indicator, susalud-production",
    "kobo, management-survey, kobo/management-survey.csv",
    "kobo, staff-survey, kobo/staff-survey.csv",
    "odk, management-survey, odk/management-survey.csv",
    "odk, staff-survey, odk/staff-survey.csv",
    "redcap, management-survey, redcap/management-survey.csv",
    "redcap, staff-survey, redcap/staff-survey.csv",
    "limesurvey, management-survey, limesurvey/management-survey.csv",
    "limesurvey, staff-survey, limesurvey/staff-survey.csv",
    "dhis2, facility-indicator, dhis2/data-values.csv",
    "dhis2, facility-indicator, dhis2/data-values.json"
  })
  void sampleBecomesCanonicalRows(String dialect, String source, String path) throws IOException {
    List<String> expected = Files.readAllLines(EXPECTED.resolve(dialect + "." + source + ".csv"));

    for (String chosen : List.of(dialect, "auto")) {
      if (chosen.equals("auto") && dialect.equals("susalud-production")) {
        continue;
      }
      List<ReadFile> files =
          ReadFile.all(source(source, chosen, SAMPLES.resolve(path)), Long.MAX_VALUE);
      assertThat(files).hasSize(1);
      assertThat(lines(files.get(0))).as(chosen).isEqualTo(expected);
    }
  }

  @Test
  void namesAndPhonesAreNeverRead() {
    for (String path :
        List.of(
            "facility-registry renipress renipress/IPRESS.csv",
            "management-survey kobo kobo/management-survey.csv",
            "staff-survey kobo kobo/staff-survey.csv",
            "management-survey odk odk/management-survey.csv",
            "staff-survey redcap redcap/staff-survey.csv",
            "staff-survey limesurvey limesurvey/staff-survey.csv",
            "facility-indicator dhis2 dhis2/data-values.csv",
            "facility-indicator dhis2 dhis2/data-values.json")) {
      String[] words = path.split(" ");
      ReadFile read = ReadFile.of(source(words[0], words[1], SAMPLES.resolve(words[2])), 1000);
      for (ReadFile.Row row : read.rows()) {
        assertThat(row.raw() + row.fields())
            .as(path)
            .doesNotContainIgnoringCase("persona")
            .doesNotContain("9000000")
            .doesNotContain("@")
            .doesNotContain("192.0.2");
      }
    }
  }

  @Test
  void aRowKeepsItsTextAndLineAsWritten() {
    ReadFile read =
        ReadFile.of(
            source(
                "facility-indicator", "susalud-production", SAMPLES.resolve("susalud-production")),
            1000);

    assertThat(read.rows().get(3).line()).isEqualTo(3);
    assertThat(read.rows().get(3).raw())
        .isEqualTo("2007;11;000101;105;P.S. ÑAÑA;GOBIERNO REGIONAL;I-2;NE_0001;NE_0002");
    assertThat(read.profile().written()).contains("CO_IPRESS", "RAZON_SOC");
  }
}
