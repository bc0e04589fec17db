package org.quipu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quipu.job.RunOutcome;

/** What a run leaves on the screen. */
final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answer() {}

  /**
   * The summary on standard output; with json there the object alone, and the summary beside it.
   */
  static void print(RunOutcome outcome, boolean json, Screen screen)
      throws JsonProcessingException {
    (json ? screen.err() : screen.out()).println(outcome.summaryText().stripTrailing());
    if (json) {
      screen.out().println(JSON.writeValueAsString(outcome.json()));
    }
  }

  /** A failure for machines: {@code exit_code} and {@code error}. */
  static void printFailure(int exitCode, String error, Screen screen) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exit_code", exitCode);
    json.put("error", error);
    try {
      screen.out().println(JSON.writeValueAsString(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of a number and a text is JSON", e);
    }
  }
}
