package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPSS, Excel and Parquet files with bytes changed or missing at random, by seeds. */
class BinaryDamageTest {
  private static final int SEEDS = 120;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "data-samples/formats/spss/staff-survey.sav",
    "data-samples/formats/spss/staff-survey.zsav",
    "src/test/resources/spss/latin_big_byte.sav",
    "src/test/resources/excel/facilities.xlsx",
    "parquet"
  })
  @Timeout(120)
  void aDamagedFileIsReadOrRefusedWithASentence(String path) throws IOException {
    Path whole = path.equals("parquet") ? ParquetSample.write(folder) : Path.of(path);
    byte[] bytes = Files.readAllBytes(whole);
    String name = "damaged" + whole.toString().substring(whole.toString().lastIndexOf('.'));
    int refused = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] damaged = bytes.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (seed % 3 == 0) {
        damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      }
      Path file = ReadFile.write(folder, name, damaged);
      try {
        for (ReadFile.Row row : ReadFile.of(file).rows()) {
          assertThat(row.line()).isPositive();
        }
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).as("seed " + seed).contains(name).endsWith(".");
        assertThat(e.spanish()).isNotEqualTo(e.getMessage());
      } catch (RuntimeException | Error e) {
        throw new AssertionError(path + ", seed " + seed, e);
      }
    }
    assertThat(refused).isLessThan(SEEDS);
  }

  /** A Parquet file that DuckDB writes. */
  private static final class ParquetSample {
    static Path write(Path folder) {
      Path file = folder.resolve("whole.parquet");
      try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
          var statement = connection.createStatement()) {
        statement.execute(
            "COPY (SELECT range AS id, 'f' || range AS name, range / 7 AS share FROM range(3000)) TO '"
                + file
                + "' (FORMAT parquet)");
        return file;
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
