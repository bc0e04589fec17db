package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code synthesize} as a user meets it: what it writes can be run, and the run finds the truth.
 */
class SynthesizeTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aRunFindsWhatWasPlanted() throws IOException {
    String data = folder.resolve("data").toString();
    String warehouse = folder.resolve("w").toString();
    assertThat(
            run(
                ("synthesize --facilities 100 --months 14 --indicators 20 --respondents 4000"
                        + " --bad-rate 0.0005 --format csv --lang en --out "
                        + data)
                    .split(" ")))
        .as(err())
        .isZero();
    assertThat(out()).contains("28,084 rows").contains("Next: jobs/quipu run");
    JsonNode truth = new ObjectMapper().readTree(Path.of(data, "truth.json").toFile());

    assertThat(run("run", data + "/synthetic.conf", "--warehouse", warehouse)).as(err()).isZero();

    for (NamedCsvRecord input : show("input", warehouse)) {
      JsonNode known = truth.get(input.getField("source").replace('-', '_'));
      if (known != null) {
        for (String column : List.of("accepted", "quarantined", "duplicates")) {
          assertThat(input.getField(column))
              .as(input.getField("source") + " " + column)
              .isEqualTo(known.get(column).asText());
        }
      }
    }
    Map<String, String> performance = new TreeMap<>();
    for (NamedCsvRecord unit : show("unit_performance", warehouse)) {
      performance.put(
          String.join(
              "/",
              unit.getField("period"),
              unit.getField("level"),
              unit.getField("level").equals("national") ? "null" : unit.getField("unit_id"),
              unit.getField("population")),
          unit.getField("meeting") + " of " + unit.getField("facilities"));
    }
    JsonNode meeting = truth.get("facilities_meeting_all_goals");
    assertThat(meeting).hasSize(2 * 2 * 26);
    for (JsonNode entry : meeting) {
      String unit =
          String.join(
              "/",
              entry.get("period").asText(),
              entry.get("level").asText(),
              entry.get("unit_id").asText(),
              entry.get("population").asText());
      assertThat(performance)
          .containsEntry(
              unit, entry.get("meeting").asText() + " of " + entry.get("facilities").asText());
    }
    Map<String, String> items = new TreeMap<>();
    for (NamedCsvRecord row : show("descriptive", warehouse)) {
      if (row.getField("cleaning").equals("clean") && row.getField("level").equals("national")) {
        items.put(row.getField("variable"), row.getField("n") + " " + row.getField("mean"));
      }
    }
    for (JsonNode item : truth.get("clean_items")) {
      assertThat(items)
          .containsEntry(
              item.get("item_id").asText(),
              item.get("n").asText() + " " + item.get("mean").asText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          synthesize                          | Missing: --out DIR
          synthesize --out x --facilities 0   | --facilities 0 is not allowed: a number from 1 to 1000000.
          synthesize --out x --bad-rate 0.5   | --bad-rate 0.5 is not allowed: a number from 0 to 0.001.
          synthesize --out x --format xml     | --format xml is not allowed: parquet or csv.
          synthesize --out x --facilitys 3    | Did you mean --facilities?
          """)
  void wrongUsageEndsWithTwoAndSaysWhatIsRight(String line, String sentence) {
    assertThat(run(line.split(" +"))).isEqualTo(2);
    assertThat(err()).contains(sentence);
  }

  private List<NamedCsvRecord> show(String table, String warehouse) {
    assertThat(run("show", table, "--format", "csv", "--warehouse", warehouse)).isZero();
    return CsvReader.builder().ofNamedCsvRecord(out()).stream().toList();
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return Quipu.run(print(out), print(err), args);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
