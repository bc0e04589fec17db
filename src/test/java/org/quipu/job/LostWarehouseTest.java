package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.cli.Quipu;

/** A warehouse that somebody moves away, or whose lock is deleted, while a run writes into it. */
class LostWarehouseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Reading ", "Computing ", "Writing "})
  void aWarehouseThatWasMovedIsASentence(String stage) {
    Path away = folder.resolve("away");
    assertSaid(stage, () -> Files.move(folder.resolve("warehouse"), away));
    assertThat(away.resolve("CURRENT")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Reading ", "Writing "})
  void aLockThatWasDeletedIsASentence(String stage) {
    assertSaid(stage, () -> Files.delete(folder.resolve("warehouse/.lock")));
  }

  private void assertSaid(String stage, Meanwhile.Event loss) {
    var err = new Meanwhile(stage, loss);
    int code =
        Quipu.run(
            new PrintStream(PrintStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "run",
            "jobs/management-practices.conf",
            "--lang",
            "en",
            "--warehouse",
            folder.resolve("warehouse").toString());

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(".lock was deleted or moved while this run held it")
        .doesNotContain("Exception", "Details");
    assertThat(code).isEqualTo(75);
    assertThat(folder.resolve("warehouse/CURRENT")).doesNotExist();
  }
}
