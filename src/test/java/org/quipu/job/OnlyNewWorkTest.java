package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.source.FileStamp;
import org.quipu.source.InputFile;
import org.quipu.source.Storage;

/** Whatever was read before, a run's tables are those of a run from scratch, byte for byte. */
class OnlyNewWorkTest {
  private static final Duration LONGEST_TO_SETTLE = Duration.ofSeconds(10);

  @TempDir Path folder;

  /** Table → bytes; without the run's own row, which holds its times. */
  private static TreeMap<String, String> tables(RunOfSample run) throws IOException {
    TreeMap<String, String> tables = new TreeMap<>();
    for (String name : run.version().tables()) {
      if (!name.equals("run")) {
        byte[] bytes = Files.readAllBytes(Path.of(run.version().pathOf(name)));
        tables.put(name, java.util.Arrays.hashCode(bytes) + " of " + bytes.length);
      }
    }
    return tables;
  }

  private RunOfSample months(Path where, String... names) throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    List<String> lines = RunOfSample.lines("facility-indicator");
    int third = lines.size() / 3;
    for (int i = 0; i < names.length; i++) {
      List<String> part = new ArrayList<>(List.of(lines.get(0)));
      part.addAll(lines.subList(Math.max(1, i * third), (i + 1) * third));
      Files.write(inputs.resolve(names[i]), part);
    }
    Files.createDirectories(where);
    return RunOfSample.in(where).with("sources.facility-indicator.path=" + inputs);
  }

  private static List<Path> entries(RunOfSample run) throws IOException {
    return entries(run, ".bin");
  }

  private static List<Path> entries(RunOfSample run, String kind) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(run.warehouse(), "store"))) {
      return files.filter(file -> file.toString().endsWith(kind)).sorted().toList();
    }
  }

  @Test
  void aNewFileACorrectedFileAndARemovedFileGiveWhatARunFromScratchGives() throws IOException {
    RunOfSample run = months(folder.resolve("kept"), "a.csv", "b.csv");
    assertThat(run.run("facility-performance")).isZero();
    List<Path> before = entries(run);
    assertThat(before).hasSize(2);

    months(folder.resolve("kept"), "a.csv", "b.csv", "c.csv");
    assertThat(run.run("facility-performance")).isZero();
    assertThat(entries(run)).hasSize(3).containsAll(before);
    assertSameFromScratch(run, "a.csv", "b.csv", "c.csv");

    Path corrected = folder.resolve("inputs/b.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(corrected));
    // A row that also stands in another file, with other values: both are to go.
    lines.set(3, Files.readAllLines(folder.resolve("inputs/a.csv")).get(9) + "0");
    Files.write(corrected, lines);
    assertThat(run.run("facility-performance")).isZero();
    assertThat(entries(run)).hasSize(4);
    RunOfSample scratch = of(folder.resolve("inputs"), "scratch2");
    assertThat(scratch.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));
    assertThat(run.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));

    Files.delete(folder.resolve("inputs/a.csv"));
    assertThat(run.run("facility-performance")).isZero();
    RunOfSample without = of(folder.resolve("inputs"), "scratch3");
    assertThat(without.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(without));
  }

  @Test
  void aMonthBesideTheKeptSumOfManyGivesWhatARunFromScratchGives() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    List<String> lines = RunOfSample.lines("facility-indicator");
    int share = lines.size() / 12;
    for (int part = 0; part < 11; part++) {
      List<String> rows = new ArrayList<>(List.of(lines.get(0)));
      rows.addAll(lines.subList(part * share + 1, (part + 1) * share + 1));
      Files.write(inputs.resolve("month-%02d.csv".formatted(part)), rows);
    }
    RunOfSample run = of(inputs, "kept");
    assertThat(run.run("facility-performance")).isZero();
    List<Path> sums = entries(run, ".sum");
    assertThat(sums).hasSize(1);

    List<String> rows = new ArrayList<>(List.of(lines.get(0)));
    rows.addAll(lines.subList(11 * share + 1, 12 * share + 1));
    // One that another month has too, and one that another month has with another value.
    rows.add(lines.get(7));
    rows.add(lines.get(share + 9) + "0");
    Files.write(inputs.resolve("month-11.csv"), rows);
    RunOfSample scratch = of(inputs, "scratch");
    assertThat(scratch.run("facility-performance")).isZero();

    for (int again = 0; again < 2; again++) {
      assertThat(run.run("facility-performance")).isZero();
      assertThat(tables(run)).isEqualTo(tables(scratch));
      assertThat(entries(run, ".sum")).as("one beside eleven").isEqualTo(sums);
    }
  }

  private RunOfSample of(Path inputs, String where) throws IOException {
    return RunOfSample.in(Files.createDirectories(folder.resolve(where)))
        .with("sources.facility-indicator.path=" + inputs);
  }

  private void assertSameFromScratch(RunOfSample run, String... names) throws IOException {
    RunOfSample scratch = months(folder.resolve("scratch1"), names);
    assertThat(scratch.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));
  }

  @Test
  void sparkReadsWhatIsLargeAndGivesTheSameAsThreadsOfThisProcess() throws IOException {
    RunOfSample small = months(folder.resolve("small"), "a.csv", "b.csv").with(JobsStarted.SETTING);
    RunOfSample large =
        months(folder.resolve("large"), "a.csv", "b.csv")
            .with(JobsStarted.SETTING, "spark.from-bytes=100000");
    JobsStarted.begin();
    assertThat(small.run("facility-performance")).isZero();
    assertThat(JobsStarted.count()).isZero();
    assertThat(large.run("facility-performance")).isZero();
    assertThat(JobsStarted.count()).as("the pass, and one for doubled keys").isEqualTo(2);
    assertThat(tables(small)).isEqualTo(tables(large));
  }

  @Test
  void aChangedThresholdReadsNothingAndADamagedEntryIsMadeAnew() throws IOException {
    RunOfSample run = months(folder.resolve("kept"), "a.csv");
    assertThat(run.run("facility-performance")).isZero();
    TreeMap<String, String> first = tables(run);
    Path entry = entries(run).get(0);
    var written = Files.getLastModifiedTime(entry);
    assertThat(run.with("goal-share=0.5").run("facility-performance")).isZero();
    assertThat(entries(run)).containsExactly(entry);
    assertThat(Files.getLastModifiedTime(entry)).isEqualTo(written);

    byte[] bytes = Files.readAllBytes(entry);
    bytes[bytes.length / 2] ^= 1;
    Files.write(entry, bytes);
    assertThat(run.with("goal-share=1.0").run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(first);
    assertThat(Files.readAllBytes(entry)).isNotEqualTo(bytes);
  }

  /** Entries of the store that hold what a source's rows add up to. */
  private static List<Path> summaries(RunOfSample run, String source) throws IOException {
    return entries(run).stream()
        .filter(file -> file.getFileName().toString().startsWith(source))
        .toList();
  }

  @Test
  void aSurveyOfWhichAllIsKeptIsNotLookedAtAgain() throws IOException {
    RunOfSample run = months(folder.resolve("kept"), "a.csv", "b.csv");
    assertThat(run.run("linkage")).isZero();
    List<Path> survey = summaries(run, "staff-survey");
    assertThat(survey).hasSize(1);
    Files.delete(survey.get(0));

    months(folder.resolve("kept"), "a.csv", "b.csv", "c.csv");
    assertThat(run.run("linkage")).isZero();

    assertThat(summaries(run, "staff-survey")).as("nobody asked for it").isEmpty();
    RunOfSample scratch = of(folder.resolve("inputs"), "scratch");
    assertThat(scratch.run("linkage")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));
  }

  /** The file's line in what a version says of its origins: its checksum, then its blocks. */
  private static List<String> blocks(RunOfSample run, String table) throws IOException {
    return Files.readAllLines(Path.of(run.version().path(), "_ORIGINS")).stream()
        .filter(line -> line.startsWith("file " + table + " "))
        .flatMap(line -> Stream.of(line.split(" ")).skip(3))
        .toList();
  }

  @Test
  void aNewPeriodLeavesTheRowsOfTheOthersAsTheyAre() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    List<String> lines = RunOfSample.lines("facility-indicator");
    Predicate<String> first = line -> !line.contains(",2007-12,");
    Files.write(inputs.resolve("a.csv"), lines.stream().filter(first).toList());
    RunOfSample run = of(inputs, "kept").with("goal-period=month");
    assertThat(run.run("national")).isZero();
    List<String> tables = List.of("facility_performance", "completeness", "indicator_summary");
    Map<String, List<String>> before = new HashMap<>();
    for (String table : tables) {
      before.put(table, blocks(run, table));
    }

    List<String> second = new ArrayList<>(List.of(lines.get(0)));
    lines.stream().filter(first.negate()).forEach(second::add);
    Files.write(inputs.resolve("b.csv"), second);
    assertThat(run.run("national")).isZero();

    for (String table : tables) {
      assertThat(before.get(table)).as(table).hasSize(2);
      assertThat(blocks(run, table))
          .as(table)
          .hasSize(4)
          .startsWith(before.get(table).toArray(String[]::new));
    }
    RunOfSample scratch = of(inputs, "scratch").with("goal-period=month");
    assertThat(scratch.run("national")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));

    harm(run, "facility_performance");
    assertThat(run.run("national")).isZero();
    assertThat(tables(run))
        .as("where a block is harmed its rows are made")
        .isEqualTo(tables(scratch));
  }

  private static void harm(RunOfSample run, String table) throws IOException {
    Path file = Path.of(run.version().pathOf(table));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /** Linkage has them from its own table, or where that is harmed from all descriptions. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsKnownOfStaffStandsBesideNewGoals(boolean harmed) throws IOException {
    RunOfSample run = months(folder.resolve("kept"), "a.csv");
    assertThat(run.run("linkage")).isZero();
    if (harmed) {
      harm(run, "linkage_unit");
    }
    months(folder.resolve("kept"), "a.csv", "b.csv");
    assertThat(run.run("linkage")).isZero();
    RunOfSample scratch = months(folder.resolve("scratch"), "a.csv", "b.csv");
    assertThat(scratch.run("linkage")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch));
  }

  @Test
  void whatIsKeptButDamagedIsMadeAnewFromWhatIsReadThenBySparkToo() throws IOException {
    RunOfSample run =
        months(folder.resolve("kept"), "a.csv", "b.csv").with("spark.from-bytes=100000");
    assertThat(run.run("linkage")).isZero();
    TreeMap<String, String> first = tables(run);
    harm(run, "descriptive");
    for (Path summary : summaries(run, "staff-survey")) {
      Files.delete(summary);
    }

    assertThat(run.run("linkage")).isZero();

    assertThat(tables(run)).isEqualTo(first);
    assertThat(summaries(run, "staff-survey")).hasSize(1);
  }

  /** Files that changed just now have no stamp, and no program sets the time that tells so. */
  private static void waitUntilVouchedFor(Path path) throws Exception {
    InputFile file = new InputFile(path.toString(), path.toString(), Files.size(path));
    Instant latest = Instant.now().plus(LONGEST_TO_SETTLE);
    while (FileStamp.of(file, Storage.plain()).isEmpty()) {
      assertThat(Instant.now()).as("%s has no stamp yet", path).isBefore(latest);
      Thread.sleep(20);
    }
  }

  @Test
  void aFileThatLooksAsItDidButHoldsOtherBytesIsReadAgain() throws Exception {
    RunOfSample run = months(folder.resolve("kept"), "a.csv", "b.csv");
    waitUntilVouchedFor(folder.resolve("inputs/b.csv"));
    assertThat(run.run("facility-performance")).isZero();
    assertThat(entries(run, ".seen")).hasSize(1);
    TreeMap<String, String> first = tables(run);
    assertThat(run.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(first);

    Path changed = folder.resolve("inputs/b.csv");
    FileTime written = Files.getLastModifiedTime(changed);
    List<String> lines = new ArrayList<>(Files.readAllLines(changed));
    String row = lines.get(5);
    lines.set(5, row.substring(0, row.length() - 1) + (row.endsWith("9") ? 8 : 9));
    Files.write(changed, lines);
    Files.setLastModifiedTime(changed, written);

    assertThat(run.run("facility-performance")).isZero();
    RunOfSample scratch = of(folder.resolve("inputs"), "scratch");
    assertThat(scratch.run("facility-performance")).isZero();
    assertThat(tables(run)).isEqualTo(tables(scratch)).isNotEqualTo(first);
  }
}
