package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,abc,0", "ABC,abc,0", "diresa,diersa,2"})
  void countsTheEditsBetweenTwoNames(String left, String right, int edits) {
    assertThat(Nearest.distance(left, right)).isEqualTo(edits);
    assertThat(Nearest.distance(right, left)).isEqualTo(edits);
  }

  @Test
  void namesWhatWasMeantOnlyWhenItIsNear() {
    List<String> tables = List.of("run", "unit_performance", "descriptive");

    assertThat(Nearest.unknownTable("descriptives", tables))
        .hasMessage(
            "Unknown table 'descriptives'; did you mean 'descriptive'?"
                + " Known: run, unit_performance, descriptive");
    assertThat(Nearest.unknownTable("unit_preformance", tables).spanish())
        .isEqualTo(
            "No existe la tabla 'unit_preformance'; ¿quiso decir 'unit_performance'?"
                + " Existen: run, unit_performance, descriptive");
    assertThat(Nearest.unknownColumn("alpha", tables))
        .hasMessage("Unknown column 'alpha'. Known: run, unit_performance, descriptive");
  }
}
