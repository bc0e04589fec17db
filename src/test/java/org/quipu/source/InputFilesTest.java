package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a path stands for, and what is no file. */
class InputFilesTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void oneFile() throws IOException {
    folder = Files.createDirectory(temporary.resolve("in[1"));
    Files.writeString(folder.resolve("a.csv"), "facility_id\n1\n");
  }

  private static List<String> found(Path path) {
    return InputFiles.of(ReadFile.source("facility-registry", path), Storage.plain()).stream()
        .map(InputFile::name)
        .toList();
  }

  private static void assertRefused(Path path, String... sentence) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> found(path))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(sentence));
  }

  @Test
  void aPipeIsRefusedAndNotOpened() throws Exception {
    Path pipe = folder.resolve("b.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertRefused(pipe, "in[1/b.csv is a pipe, a socket or a device");
    assertRefused(folder, "in[1/b.csv is a pipe, a socket or a device");
    Path plain = Files.move(folder, temporary.resolve("in"));
    assertRefused(plain.resolve("*.csv"), "in/b.csv is a pipe");
    assertRefused(Path.of("/dev/null"), "/dev/null is a pipe, a socket or a device");
    assertThat(found(plain.resolve("a*.csv"))).containsExactly("a.csv");
  }

  @Test
  void aLinkThatLeadsNowhereIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("b.csv"), Path.of("gone/month.csv"));
    String sentence = "b.csv is a link whose target gone/month.csv is not there";
    assertRefused(folder, sentence);
    assertRefused(temporary, sentence);
    Path plain = Files.move(folder, temporary.resolve("in"));
    assertRefused(plain.resolve("b.csv"), sentence);
    assertRefused(plain.resolve("*.csv"), sentence);
    assertRefused(temporary.resolve("i?/{b,c}.csv"), sentence);
    assertThat(found(plain.resolve("a.csv"))).containsExactly("a.csv");
    assertThat(found(plain.resolve("a*"))).containsExactly("a.csv");
    assertThat(found(temporary.resolve("{in/a,out/b}.csv"))).containsExactly("a.csv");
    // Markers are nobody's data.
    Files.move(plain.resolve("b.csv"), plain.resolve("_b.csv"));
    assertThat(found(plain)).containsExactly("a.csv");
    Files.createSymbolicLink(plain.resolve("c.csv"), plain.resolve("a.csv"));
    assertThat(found(plain)).containsExactly("a.csv", "c.csv");
    assertThat(link).doesNotExist();
  }

  @Test
  void whatProgramsLeaveBesideTheDataIsNobodys() throws IOException {
    Path plain = Files.move(folder, temporary.resolve("in"));
    for (String left : List.of("~$a.csv", "._a.csv", "_SUCCESS", "Thumbs.db", "Desktop.ini")) {
      Files.writeString(plain.resolve(left), "\0");
    }
    Files.writeString(plain.resolve("_b.csv"), "facility_id\n2\n");

    assertThat(found(plain)).containsExactly("a.csv");
    assertThat(found(plain.resolve("*"))).containsExactly("a.csv");
    assertThat(found(plain.resolve("*.csv"))).containsExactly("a.csv");
    // Who asks for it gets it.
    assertThat(found(plain.resolve("_b.csv"))).containsExactly("_b.csv");
    assertThat(found(plain.resolve("_b.*"))).containsExactly("_b.csv");
  }
}
