package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.quipu.survey.Instrument;

class SurveySummaryTest {
  private static final Instrument INSTRUMENT = new Instrument(List.of());

  private static byte[] bytes(SurveySummary summary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(summary);
    }
    return bytes.toByteArray();
  }

  /** Both cleanings are read side by side, also where facilities were named in vain. */
  @Test
  void readingChangesNothing() throws IOException {
    SurveySummary summary = new SurveySummary(new AnswerWindows(INSTRUMENT));
    int first = summary.facility("F");
    for (int i = 0; i < 100; i++) {
      summary.facility("named by a row that was not accepted " + i);
    }
    summary.addRespondent(first, null);
    summary.addRespondent(first, Exclusion.ROLE_NOT_ELIGIBLE);
    byte[] before = bytes(summary);

    SortedMap<String, Responses> responses = summary.responses();
    new SurveySummary(new AnswerWindows(INSTRUMENT)).merge(summary);
    assertThat(responses.keySet()).containsExactly("F");
    assertThat(responses.get("F").respondents()).isEqualTo(2);
    assertThat(responses.get("F").eligible()).isEqualTo(1);
    assertThat(bytes(summary)).isEqualTo(before);
  }
}
