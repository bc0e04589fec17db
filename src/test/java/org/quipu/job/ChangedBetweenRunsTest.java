package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing changes between two runs: nothing that depends on it is taken from the first. */
class ChangedBetweenRunsTest {
  @TempDir Path folder;

  private RunOfSample in(String name) throws IOException {
    return RunOfSample.in(Files.createDirectories(folder.resolve(name)));
  }

  private static TreeMap<String, String> tables(RunOfSample run) throws IOException {
    TreeMap<String, String> tables = new TreeMap<>();
    for (String name : run.version().tables()) {
      if (!name.equals("run")) {
        byte[] bytes = Files.readAllBytes(Path.of(run.version().pathOf(name)));
        tables.put(name, Arrays.hashCode(bytes) + " of " + bytes.length);
      }
    }
    return tables;
  }

  /** A list that was quoted as a whole, and is then put right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "eligibility.roles=[\"administrative, technical\"]; eligibility.roles=[administrative, technical]",
        "sources.staff-survey.missing=[\"4, 5\"]; sources.staff-survey.missing=[\"4\", \"5\"]",
        "privacy.drop-columns=[\"wave, role\"]; privacy.drop-columns=[wave, role]",
        "rules.staff_survey_role_ok={column=role, allowed=[\"administrative, technical\"]};"
            + " rules.staff_survey_role_ok={column=role, allowed=[administrative, technical]}"
      })
  void aListOfOneTextIsAnotherThanOneOfSeveral(String first, String then) throws IOException {
    RunOfSample run = in("kept").with(first);
    assertThat(run.run("staff-governance")).isZero();
    TreeMap<String, String> before = tables(run);
    assertThat(run.with(then).run("staff-governance")).isZero();

    RunOfSample scratch = in("scratch").with(then);
    assertThat(scratch.run("staff-governance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch)).isNotEqualTo(before);
  }

  /** Its first entry has the same bytes whether or not the second is there. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anArchiveThatLosesAnEntryOrHasItAgainIsReadAgain(boolean mended) throws IOException {
    List<String> lines = RunOfSample.lines("facility-indicator");
    int half = lines.size() / 2;
    List<String> second = new ArrayList<>(List.of(lines.get(0)));
    second.addAll(lines.subList(half, lines.size()));
    Path archive = folder.resolve("inputs.zip");
    long firstEnds;
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      put(zip, "a.csv", lines.subList(0, half));
      zip.flush();
      firstEnds = Files.size(archive);
      put(zip, "b.csv", second);
    }
    byte[] whole = Files.readAllBytes(archive);
    byte[] cut = Arrays.copyOf(whole, (int) firstEnds);
    String input = "sources.facility-indicator.path=" + archive;
    RunOfSample run = in("kept").with(input);
    Files.write(archive, mended ? cut : whole);
    assertThat(run.run("facility-performance")).isZero();

    Files.write(archive, mended ? whole : cut);
    assertThat(run.run("facility-performance")).isZero();
    RunOfSample scratch = in("scratch").with(input);
    assertThat(scratch.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));
    assertThat(run.table("quarantine", "rule", "row_readable")).hasSize(mended ? 0 : 1);
  }

  private static void put(ZipOutputStream zip, String name, List<String> lines) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
