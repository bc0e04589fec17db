package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of formats that are no delimited text. */
class FormatSamplesTest {
  private static final Path SAMPLES = Path.of("data-samples/formats");

  @ParameterizedTest
  @ValueSource(strings = {"spss/staff-survey.sav", "spss/staff-survey.zsav"})
  void refusalsOfASurveyAreMissingAnswers(String path) {
    ReadFile read = ReadFile.of(SAMPLES.resolve(path));

    assertThat(read.profile().header())
        .containsExactly(
            "respondent_id",
            "facility_id",
            "wave",
            "role",
            "experience_years",
            "item_01",
            "item_02");
    assertThat(read.fields().get(0))
        .containsExactly("E001", "00000105", "2024", "technical", "7", "5", "3");
    assertThat(read.fields().get(2))
        .containsExactly("E003", "00000111", "2024", "technical", "3", "", "2");
    assertThat(read.rows().get(2).raw()).isEqualTo("E003,00000111,2024,technical,3,8,2");
  }

  @Test
  void aWorkbookWithATitleAboveItsHeaderIsRead() {
    ReadFile read = ReadFile.of(SAMPLES.resolve("excel/metas.xlsx"));

    assertThat(read.profile().header())
        .containsExactly("Código Único", "Periodo", "Indicador", "Meta", "Ejecutado");
    assertThat(read.fields())
        .containsExactly(
            List.of("00000105", "2007-03", "child_immunization", "10", "7"),
            List.of("00000105", "2007-04", "child_immunization", "10", ""),
            List.of("00000111", "2007-03", "child_immunization", "12.5", "13"));
  }

  @Test
  void nullIsMissingAndNumbersKeepTheirDigits() {
    ReadFile read = ReadFile.of(SAMPLES.resolve("json-lines/facility-indicator.jsonl"));

    assertThat(read.fields().get(1))
        .containsExactly("00000105", "2007-04", "child_immunization", "10", "");
    assertThat(read.fields().get(2).get(3)).isEqualTo("12.50");
  }
}
