package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.Configs;
import org.quipu.config.JobConfig;
import org.quipu.job.Run;
import org.quipu.job.RunRequest;
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.Storage;

class QuickStartTest {
  @TempDir Path folder;

  @Test
  void allFilesOfAllSourcesCountCompressedTextAsWhatItHolds() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "x".repeat(700));
    Files.createDirectory(folder.resolve("waves"));
    Files.writeString(folder.resolve("waves/1.csv"), "x".repeat(20));
    Files.writeString(folder.resolve("waves/2.csv"), "x".repeat(3));
    Files.writeString(folder.resolve("waves/3.parquet"), "x");
    Files.writeString(folder.resolve("waves/4.csv.gz"), "x");

    List<InputFile> files =
        Stream.of("instrument", "staff-survey")
            .flatMap(name -> InputFiles.of(config().source(name), Storage.plain()).stream())
            .toList();
    assertThat(QuickStart.bytes(files)).isEqualTo(723 + 1 + 8);
    assertThat(Run.unread(config(), request(), files)).isEqualTo(files);
    assertThat(QuickStart.isTooSlowFor(config(), request()))
        .as("not started by the launcher")
        .isFalse();
  }

  @Test
  void whatIsNoLongerLargeIsForgotten() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "x");
    Files.createDirectory(folder.resolve("waves"));
    Files.writeString(folder.resolve("waves/1.csv"), "x");
    Path remembered = Files.createFile(folder.resolve("large"));
    QuickStart.correct(config(), request());
    assertThat(remembered).exists();
    System.setProperty("quipu.large", remembered.toString());
    try {
      QuickStart.correct(config(), request());
    } finally {
      System.clearProperty("quipu.large");
    }
    assertThat(remembered).doesNotExist();
  }

  private RunRequest request() {
    return new RunRequest(Optional.empty(), folder.resolve("warehouse").toString(), false, false);
  }

  private JobConfig config() {
    return Configs.load(
        List.of(),
        Optional.empty(),
        List.of(
            "sources.instrument.path=" + folder.resolve("a.csv"),
            "sources.staff-survey.path=" + folder.resolve("waves")));
  }
}
