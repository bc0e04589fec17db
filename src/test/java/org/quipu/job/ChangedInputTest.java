package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.cli.Quipu;

/** A file that is written, cut, replaced or deleted between being looked over and being read. */
class ChangedInputTest {
  private static final List<String> GIVEN =
      List.of("facility-registry", "facility-indicator", "indicator-catalog");

  @TempDir Path folder;

  private interface Change {
    void make(Path file) throws IOException;
  }

  @ParameterizedTest
  @CsvSource({
    "facility-indicator, cut, changed",
    "facility-indicator, grown, changed",
    "facility-indicator, replaced, changed",
    "facility-indicator, deleted, was deleted",
    "facility-registry, cut, changed",
    "facility-registry, deleted, was deleted"
  })
  void isNamedAndNothingOfItIsKept(String source, String how, String word) throws IOException {
    for (String each : GIVEN) {
      Files.copy(RunOfSample.SAMPLES.resolve(each + ".csv"), file(each));
    }

    Ended ended = run(folder.resolve("kept"), source, change(how));

    assertThat(ended.code()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).contains(file(source) + " " + word + " while it was read");
    assertThat(folder.resolve("kept/CURRENT")).doesNotExist();

    // As it was again: nothing in the warehouse says otherwise.
    Files.copy(
        RunOfSample.SAMPLES.resolve(source + ".csv"),
        file(source),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(run(folder.resolve("kept"), source, file -> {}).code()).isZero();
    assertThat(run(folder.resolve("anew"), source, file -> {}).code()).isZero();
    assertThat(table("kept")).isEqualTo(table("anew"));
  }

  private static Change change(String how) {
    return switch (how) {
      case "cut" ->
          file -> {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
          };
      case "grown" -> file -> Files.writeString(file, "x,y,z\n", StandardOpenOption.APPEND);
      case "replaced" ->
          file -> {
            Path other = file.resolveSibling("other");
            Files.write(
                other, Files.readString(file).replace('1', '2').getBytes(StandardCharsets.UTF_8));
            Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          };
      default -> Files::delete;
    };
  }

  private record Ended(int code, String err) {}

  private Path file(String source) {
    return folder.resolve(source + ".csv");
  }

  /** A run in which a file changes when the first source is about to be read. */
  private Ended run(Path warehouse, String source, Change change) {
    var err = new Meanwhile("Reading ", () -> change.make(file(source)));
    String job =
        GIVEN.stream().map(each -> each + ".path=\"" + file(each) + "\"").toList().toString();
    try {
      Path conf = folder.resolve("facility-performance.conf");
      Files.writeString(conf, "sources {" + job.substring(1, job.length() - 1) + "}");
      int code =
          Quipu.run(
              new PrintStream(PrintStream.nullOutputStream()),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              "run",
              conf.toString(),
              "--lang",
              "en",
              "--warehouse",
              warehouse.toString());
      return new Ended(code, err.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String table(String warehouse) throws IOException {
    Path home = folder.resolve(warehouse);
    String version = Files.readString(home.resolve("CURRENT")).strip();
    return Arrays.toString(
        Files.readAllBytes(home.resolve("versions/" + version + "/facility_performance.parquet")));
  }
}
