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

    assertThat(Nearest.unknown("table", "descriptives", tables))
        .isEqualTo(
            "unknown table 'descriptives'; did you mean 'descriptive'?"
                + " Known: run, unit_performance, descriptive");
    assertThat(Nearest.unknown("table", "unit_preformance", tables))
        .contains("did you mean 'unit_performance'?");
    assertThat(Nearest.unknown("table", "alpha", tables))
        .isEqualTo("unknown table 'alpha'. Known: run, unit_performance, descriptive");
  }
}
