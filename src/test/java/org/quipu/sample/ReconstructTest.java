package org.quipu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructTest {
  private static final Path COMMITTED = Path.of("data-samples");

  @Test
  void writesTheCommittedFilesByteForByte(@TempDir Path folder) throws IOException {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
    try {
      Reconstruct.main(new String[] {folder.toString()});
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }

    List<String> written = csvFiles(folder);
    assertThat(written).isNotEmpty().isEqualTo(csvFiles(COMMITTED));
    for (String name : written) {
      assertThat(folder.resolve(name)).hasSameBinaryContentAs(COMMITTED.resolve(name));
    }
  }

  @Test
  void staysSmallEnoughToBeCloned() throws IOException {
    long bytes = 0;
    for (String name : csvFiles(COMMITTED)) {
      bytes += Files.size(COMMITTED.resolve(name));
    }
    assertThat(bytes).isLessThan(4_000_000);
  }

  @Test
  void asksForAFolder() {
    assertThatThrownBy(() -> Reconstruct.main(new String[0]))
        .hasMessage("expected one argument, the folder to write into, but got 0");
  }

  private static List<String> csvFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }
}
