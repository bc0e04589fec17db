package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.cli.Quipu;
import org.quipu.table.Row;

/** A survey of Parquet files that share respondents, of which one has a page that is harmed. */
class DamagedParquetTest {
  @TempDir Path folder;

  private Path survey(int seed) {
    Path to = folder.resolve("country-" + seed);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int code =
        Quipu.run(
            nowhere,
            nowhere,
            "synthesize",
            "--out",
            to.toString(),
            "--seed",
            "" + seed,
            "--format",
            "parquet",
            "--facilities",
            "20",
            "--months",
            "1",
            "--respondents",
            "20000");
    assertThat(code).isZero();
    return to;
  }

  /** Rows that share their keys are looked for among those that were not lost, in either way. */
  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.9})
  void rowsThatWereLostAreNotFoundAgain(double place) throws IOException {
    Path country = survey(1);
    Path files = Files.createDirectories(folder.resolve("survey"));
    Files.copy(survey(2).resolve("staff-survey.parquet"), files.resolve("b.parquet"));
    byte[] bytes = Files.readAllBytes(country.resolve("staff-survey.parquet"));
    Files.write(files.resolve("c.parquet"), bytes);
    bytes[(int) (bytes.length * place)] ^= 0x55;
    Files.write(files.resolve("a.parquet"), bytes);

    List<Row> held = run(country, files, "quarantine.rows-in-memory=256");
    assertThat(held).hasSize(3);
    for (Row file : held) {
      assertThat((Long) file.value("accepted")).isNotNegative();
    }
    List<Row> settledInPlace = run(country, files, "quarantine.rows-in-memory=0");
    assertThat(held).hasToString(settledInPlace.toString());
  }

  private List<Row> run(Path country, Path files, String setting) throws IOException {
    RunOfSample run =
        RunOfSample.in(Files.createDirectories(folder.resolve("run-" + setting)))
            .with(
                setting,
                "sources.staff-survey.path=" + files,
                "sources.published-figures=null",
                "sources.instrument.path=" + country.resolve("instrument.csv"),
                "sources.facility-registry.path=" + country.resolve("facility-registry.csv"));
    assertThat(run.run("staff-governance", "--run-id", "same")).as(run.err()).isZero();
    return run.table("input", "source", "staff-survey");
  }
}
