package org.quipu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.cli.Quipu;

/**
 * A whole run, from its store of summaries to the version it publishes, that dies at each of its
 * changes to the disk: readers see the old version or the new one, and the next run is as if
 * nothing had been.
 */
class KilledRunTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeInputs() {
    assertThat(
            quipu(
                ("synthesize --facilities 30 --months 2 --indicators 5 --respondents 30 --format csv"
                        + " --out "
                        + folder.resolve("data"))
                    .split(" ")))
        .as(err::toString)
        .isZero();
  }

  @Test
  void readersSeeTheOldOrTheNewVersionWhereverARunDies() throws IOException {
    Path before = folder.resolve("before");
    assertThat(run(before, "goal-share=1.0")).as(err::toString).isZero();
    SortedMap<String, String> oldBytes = PublishedBytes.current(before);
    Path after = copy(before, folder.resolve("after"));
    // Another share reads no file anew, and changes tables.
    assertThat(run(after, "goal-share=0.5")).as(err::toString).isZero();
    SortedMap<String, String> newBytes = PublishedBytes.current(after);
    assertThat(newBytes).isNotEqualTo(oldBytes);

    int oldSeen = 0;
    int newSeen = 0;
    int fatal = 0;
    boolean died = true;
    while (died) {
      fatal++;
      Path warehouse = copy(before, folder.resolve("w" + fatal));
      MortalDisk.dieAt(fatal);
      run(warehouse, "goal-share=0.5");
      died = MortalDisk.died();
      String at = "change " + fatal + " of " + MortalDisk.changes();
      MortalDisk.dieAt(0);

      SortedMap<String, String> seen = PublishedBytes.current(warehouse);
      assertThat(seen).as(at).isIn(oldBytes, newBytes);
      oldSeen += seen.equals(oldBytes) ? 1 : 0;
      newSeen += seen.equals(newBytes) ? 1 : 0;

      noSignOfLifeFor(Duration.ofMinutes(11), warehouse);
      assertThat(run(warehouse, "goal-share=0.5")).as(at + err).isZero();
      assertThat(PublishedBytes.current(warehouse)).as(at).isEqualTo(newBytes);
      assertThat(warehouse.resolve(".lock")).doesNotExist();
    }
    assertThat(oldSeen).as("deaths before the new version").isGreaterThan(40);
    assertThat(newSeen).as("deaths after it, and the run that did not die").isGreaterThan(1);
  }

  @Test
  void theStoreOfARunThatDiedIsUsedOrMadeAnew() throws IOException {
    Path healthy = folder.resolve("healthy");
    MortalDisk.dieAt(0);
    assertThat(run(healthy, "goal-share=1.0")).as(err::toString).isZero();
    SortedMap<String, String> bytes = PublishedBytes.current(healthy);
    int changes = 0;
    for (String change : MortalDisk.changes()) {
      changes++;
      if (change.contains("/store")) {
        Path warehouse = folder.resolve("store-" + changes);
        MortalDisk.dieAt(changes);
        run(warehouse, "goal-share=1.0");
        assertThat(MortalDisk.died()).isTrue();
        MortalDisk.dieAt(0);
        assertThat(warehouse.resolve("CURRENT")).as(change).doesNotExist();

        noSignOfLifeFor(Duration.ofMinutes(11), warehouse);
        assertThat(run(warehouse, "goal-share=1.0")).as(change + err).isZero();
        assertThat(PublishedBytes.current(warehouse)).as(change).isEqualTo(bytes);
      }
    }
    assertThat(changes).isGreaterThan(50);
  }

  private int run(Path warehouse, String setting) {
    return quipu(
        "run",
        folder.resolve("data/synthetic.conf").toString(),
        "--warehouse",
        "mortal://" + warehouse,
        "--lang",
        "en",
        "--set",
        "studies=[facility-performance]",
        "--set",
        "sources.staff-survey=null",
        "--set",
        "keep-versions=2",
        "--set",
        "keep-hours=0",
        "--set",
        "spark.conf.\"spark.hadoop.fs.mortal.impl\"=" + MortalDisk.class.getName(),
        "--set",
        setting);
  }

  private int quipu(String... arguments) {
    err.reset();
    return Quipu.run(
        new PrintStream(PrintStream.nullOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  /** A dead run's lock, as the next run finds it after some time. */
  private static void noSignOfLifeFor(Duration time, Path warehouse) throws IOException {
    Path lock = warehouse.resolve(".lock");
    if (Files.exists(lock)) {
      Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(time)));
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(from)) {
      walk.forEach(all::add);
    }
    for (Path each : all) {
      Files.copy(each, to.resolve(from.relativize(each).toString()));
    }
    return to;
  }
}
