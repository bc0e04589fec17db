package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.source.spss.SavCase;
import org.quipu.source.spss.SavFile;
import org.quipu.source.spss.SavVariable;

/** Every value against R's haven, over files made by {@code src/test/oracle/spss_files.R}. */
class SpssFilesTest {
  private static final Path RESOURCES = Path.of("src/test/resources/spss");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "none.sav, survey",
    "byte.sav, survey",
    "zsav.zsav, survey",
    "latin_big.sav, latin_big",
    "latin_big_byte.sav, latin_big_byte",
    "latin_little_byte.sav, latin_little_byte"
  })
  void everyValueIsTheOneThatHavenReads(String file, String expected) throws IOException {
    ReadFile values = ReadFile.of(RESOURCES.resolve(expected + ".values.csv"));
    ReadFile codes = ReadFile.of(RESOURCES.resolve(expected + ".codes.csv"));
    ReadFile read = ReadFile.of(RESOURCES.resolve(file));

    assertThat(read.profile().header()).isEqualTo(values.profile().header());
    assertThat(read.rows()).hasSameSizeAs(values.rows());
    try (InputStream in = Files.newInputStream(RESOURCES.resolve(file));
        SavFile sav = SavFile.open(in)) {
      for (int row = 0; row < values.rows().size(); row++) {
        SavCase next = sav.next();
        for (int column = 0; column < values.profile().header().size(); column++) {
          String where = file + " row " + row + " " + values.profile().header().get(column);
          String value = read.rows().get(row).fields().get(column);
          assertSame(where, value, values.rows().get(row).fields().get(column));
          assertSame(
              where, next.original().get(column), codes.rows().get(row).fields().get(column));
        }
      }
      assertThat(sav.next()).isNull();
    }
  }

  /** Haven's numbers have 17 digits, ours are the shortest of the same number. */
  private static void assertSame(String where, String actual, String expected) {
    if (expected.equals("NA")) {
      assertThat(actual).as(where).isEmpty();
    } else if (expected.matches("-?[0-9.]+(e[+-]?[0-9]+)?") && !expected.matches("0[0-9]+")) {
      assertThat(Double.parseDouble(actual)).as(where).isEqualTo(Double.parseDouble(expected));
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }

  @Test
  void labelsAndNamesAreKept() throws IOException {
    try (InputStream in = Files.newInputStream(RESOURCES.resolve("zsav.zsav"));
        SavFile sav = SavFile.open(in)) {
      SavVariable item =
          sav.header().variables().stream()
              .filter(variable -> variable.name().equals("item_01"))
              .findFirst()
              .orElseThrow();
      assertThat(item.label()).isEqualTo("¿Conoce la visión?");
      assertThat(item.labels())
          .containsEntry("1", "Nunca")
          .containsEntry("8", "No sabe")
          .containsEntry("9", "No responde")
          .hasSize(4);
    }
    try (InputStream in = Files.newInputStream(RESOURCES.resolve("latin_big.sav"));
        SavFile sav = SavFile.open(in)) {
      assertThat(sav.header().variables().get(0).label()).isEqualTo("Años cumplidos");
      assertThat(sav.header().variables().get(0).labels()).containsEntry("1", "Ningún");
    }
  }

  @Test
  void aDeclaredMissingValueIsEmptyAndItsRowKeepsTheCode() {
    ReadFile read = ReadFile.of(RESOURCES.resolve("latin_little_byte.sav"));

    assertThat(read.rows().get(3).fields()).containsExactly("", "José “x”", "-100");
    assertThat(read.rows().get(3).raw()).isEqualTo("95,José “x”,-100");
    assertThat(read.rows().get(3).line()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.sav", "byte.sav", "zsav.zsav"})
  void aFileThatWasCutOffGivesItsCasesAndOneBadRow(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(RESOURCES.resolve(name));
    int keep = (int) (bytes.length * 0.8);
    ReadFile whole = ReadFile.of(RESOURCES.resolve(name));
    ReadFile cut = ReadFile.of(ReadFile.write(folder, name, Arrays.copyOf(bytes, keep)));

    int last = cut.rows().size() - 1;
    assertThat(last).isBetween(0, 23);
    assertThat(cut.rows().subList(0, last)).isEqualTo(whole.rows().subList(0, last));
    assertThat(cut.rows().get(last).defect().en()).contains("ends early");
  }

  @Test
  void whatIsNoSystemFileIsRefused() {
    List<byte[]> files = List.of("$FL2 nothing".getBytes(), "hello, world".getBytes());
    for (byte[] bytes : files) {
      Path file = ReadFile.write(folder, "a.sav", bytes);
      assertThatThrownBy(() -> ReadFile.of(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("a.sav");
    }
  }
}
