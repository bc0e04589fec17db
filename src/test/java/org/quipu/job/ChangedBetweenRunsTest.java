package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        tables.put(name, java.util.Arrays.hashCode(bytes) + " of " + bytes.length);
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
}
