package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.survey.Instrument;

class SurveySummaryTest {

  /** Both cleanings are read side by side, also where facilities were named in vain. */
  @Test
  void readingChangesNothing() {
    SurveySummary summary = new SurveySummary(new AnswerWindows(new Instrument(List.of())));
    int first = summary.facility("F");
    for (int i = 0; i < 5000; i++) {
      summary.facility("named by a row that was not accepted " + i);
    }
    summary.addRespondent(first, null);
    summary.addRespondent(first, Exclusion.ROLE_NOT_ELIGIBLE);

    List<SortedMap<String, Responses>> read =
        IntStream.range(0, 64).parallel().mapToObj(i -> summary.responses()).toList();
    assertThat(read)
        .allSatisfy(
            responses -> {
              assertThat(responses.keySet()).containsExactly("F");
              assertThat(responses.get("F").respondents()).isEqualTo(2);
              assertThat(responses.get("F").eligible()).isEqualTo(1);
            });
  }
}
