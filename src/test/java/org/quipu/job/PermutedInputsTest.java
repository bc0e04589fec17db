package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows in another order, columns in another order, files cut in two and under other names: the same
 * tables, byte for byte, models among them.
 */
class PermutedInputsTest {
  private static final List<String> SOURCES =
      List.of(
          "facility-registry",
          "facility-indicator",
          "indicator-catalog",
          "management-survey",
          "practice-codebook",
          "goal-attainment",
          "context-indicator",
          "staff-survey",
          "instrument");

  /** They tell of files: names, lines, bytes, how many there are. */
  private static final Set<String> OF_FILES =
      Set.of("run", "input", "quarantine", "check", "removal");

  @TempDir Path folder;

  @Test
  void theSameTables() throws IOException {
    RunOfSample plain = run("plain", lines -> lines, 1);
    RunOfSample permuted = run("permuted", PermutedInputsTest::permuted, 2);

    TreeMap<String, String> tables = tables(plain);
    assertThat(tables(permuted)).isEqualTo(tables);
    for (String model :
        List.of(
            "model_coefficient",
            "component",
            "practice_cluster",
            "conclusion",
            "effect_size",
            "agreement")) {
      assertThat(plain.table(model)).as(model).hasSizeGreaterThan(1);
    }
  }

  private RunOfSample run(String name, UnaryOperator<List<String>> change, int parts)
      throws IOException {
    Path where = Files.createDirectories(folder.resolve(name));
    RunOfSample run = RunOfSample.in(where).with("sources.published-figures=null");
    for (String source : SOURCES) {
      Path files = Files.createDirectories(where.resolve(source));
      List<String> lines = change.apply(readable(source));
      for (int part = 0; part < parts; part++) {
        List<String> own = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1 + part; i < lines.size(); i += parts) {
          own.add(lines.get(i));
        }
        Files.write(
            files.resolve((char) ('z' - part) + name + ".csv"), own, StandardCharsets.UTF_8);
      }
      run.with("sources." + source + ".path=" + files);
    }
    assertThat(run.run("national", "--run-id", "same")).as(run.err()).isZero();
    return run;
  }

  /** The lines of a sample whose fields are not quoted, of which columns can be moved as text. */
  private static List<String> readable(String source) {
    return RunOfSample.lines(source).stream().filter(line -> !line.contains("\"")).toList();
  }

  private static List<String> permuted(List<String> lines) {
    Random random = new Random(7);
    int columns = lines.get(0).split(",", -1).length;
    List<Integer> order = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      order.add(column);
    }
    Collections.shuffle(order, random);
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      if (fields.length == columns) {
        rows.add(String.join(",", order.stream().map(column -> fields[column]).toList()));
      }
    }
    Collections.shuffle(rows.subList(1, rows.size()), random);
    return rows;
  }

  private static TreeMap<String, String> tables(RunOfSample run) throws IOException {
    TreeMap<String, String> tables = new TreeMap<>();
    for (String name : run.version().tables()) {
      if (!OF_FILES.contains(name)) {
        byte[] bytes = Files.readAllBytes(Path.of(run.version().pathOf(name)));
        tables.put(name, Arrays.hashCode(bytes) + " of " + bytes.length);
      }
    }
    return tables;
  }
}
