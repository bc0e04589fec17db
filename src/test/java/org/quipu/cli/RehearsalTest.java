package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  @TempDir Path folder;

  @Test
  void everyVerbDoesItsWork() {
    assertThat(Rehearsal.in(folder)).isTrue();
    assertThat(folder.resolve("warehouse/versions")).isDirectoryContaining("glob:**/000002-*");
  }
}
