package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows in quarantine that memory does not hold: the table is the same to the byte. */
class QuarantineOnDiskTest {
  private static final String HEADER = "facility_id,period,indicator_id,target,achieved";

  @TempDir Path folder;

  /** Files whose rows are bad in several ways, also for what they share with other files. */
  private Path inputs(long seed) throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    Random random = new Random(seed);
    for (String name : List.of("a.csv", "b.csv", "c.csv")) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      for (int i = 0; i < 300; i++) {
        lines.add(
            switch (random.nextInt(5)) {
              case 0 -> "f" + random.nextInt(40) + ",2007-03,i,1,many";
              case 1 -> "f" + random.nextInt(40) + ",soon,i,1,\"2";
              case 2 -> "f" + random.nextInt(400) + ",2007-04,i," + random.nextInt(3) + ",5";
              default -> name.charAt(0) + "" + i + ",2007-05,i,1,2";
            });
      }
      Files.write(inputs.resolve(name), lines);
    }
    return inputs;
  }

  private RunOfSample run(String warehouse, Path inputs, int rowsInMemory) throws IOException {
    return RunOfSample.in(Files.createDirectories(folder.resolve(warehouse)))
        .writing("facility-registry", List.of("facility_id,diresa_id", "f1,D1", "f2,D1"))
        .with(
            "sources.facility-indicator.path=" + inputs,
            "rules.facility_indicator_facility_known.severity=warn",
            "sources.indicator-catalog=null",
            "sources.published-figures=null",
            "quarantine.rows-in-memory=" + rowsInMemory);
  }

  private static byte[] quarantine(RunOfSample run) throws IOException {
    assertThat(run.run("facility-performance")).as(run.err()).isZero();
    return Files.readAllBytes(Path.of(run.version().pathOf("quarantine")));
  }

  private static List<Path> onDisk(RunOfSample run) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(run.warehouse(), "store"))) {
      return files.filter(file -> file.toString().matches(".*\\.\\d+\\.rows")).sorted().toList();
    }
  }

  @Test
  void theTableIsTheSameWhateverIsHeldInMemory() throws IOException {
    Path inputs = inputs(1);
    RunOfSample memory = run("memory", inputs, 100_000);
    byte[] expected = quarantine(memory);
    assertThat(onDisk(memory)).isEmpty();
    assertThat(memory.table("quarantine")).hasSizeGreaterThan(300);
    // Among them are rows that say the same, and rows that contradict each other, across files.
    assertThat(memory.table("quarantine", "rule", "duplicate_contradicting")).hasSizeGreaterThan(9);
    assertThat(
            (Long)
                memory
                    .row("check", "check_id", "facility_indicator_duplicate_equal")
                    .value("failing"))
        .isGreaterThan(9L);
    for (int rows : new int[] {0, 50}) {
      RunOfSample disk = run("disk" + rows, inputs, rows);
      assertThat(quarantine(disk)).as("rows " + rows).isEqualTo(expected);
      assertThat(onDisk(disk)).hasSizeGreaterThanOrEqualTo(3);
      for (String table : List.of("check", "facility_performance", "completeness")) {
        assertThat(Files.readAllBytes(Path.of(disk.version().pathOf(table))))
            .isEqualTo(Files.readAllBytes(Path.of(memory.version().pathOf(table))));
      }
      assertThat(disk.table("input", "source", "facility-indicator"))
          .hasToString(memory.table("input", "source", "facility-indicator").toString());
    }
  }

  @Test
  void rowsOnDiskMoveWithTheirFileAndAreMadeAnewWhereTheyAreDamaged() throws IOException {
    Path inputs = inputs(7);
    RunOfSample disk = run("disk", inputs, 0);
    quarantine(disk);
    for (int damage = 0; damage < 3; damage++) {
      Path rows = onDisk(disk).get(damage);
      byte[] bytes = Files.readAllBytes(rows);
      switch (damage) {
        case 0 -> bytes[bytes.length / 2] ^= 1;
        case 1 -> bytes = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        default -> Files.delete(rows);
      }
      if (damage < 2) {
        Files.write(rows, bytes);
      }
      assertThat(quarantine(disk)).isEqualTo(quarantine(run("memory", inputs, 100_000)));
    }
    Files.move(inputs.resolve("a.csv"), inputs.resolve("z.csv"));
    assertThat(quarantine(disk)).isEqualTo(quarantine(run("memory", inputs, 100_000)));
    assertThat(disk.table("quarantine", "file", inputs.resolve("z.csv").toString())).isNotEmpty();
  }

  @Test
  void rowsThatADialectGathersComeOutOfOrderAndAreSorted() throws IOException {
    List<String> lines = new ArrayList<>(List.of("dataelement,period,orgunit,value,deleted"));
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      String element = random.nextBoolean() ? "i_target" : "i_achieved";
      String broken = random.nextInt(3) == 0 ? ",too,many" : "";
      lines.add(element + ",20070" + random.nextInt(12) + ",f" + i / 4 + ",1x,false" + broken);
    }
    Path file = Files.write(folder.resolve("dhis2.csv"), lines);
    byte[] expected =
        quarantine(run("memory", file, 100_000).with("sources.facility-indicator.dialect=dhis2"));
    RunOfSample disk = run("disk", file, 0).with("sources.facility-indicator.dialect=dhis2");
    assertThat(quarantine(disk)).isEqualTo(expected);
    assertThat(onDisk(disk)).hasSizeGreaterThan(1);
  }

  @Test
  void aStoppingRuleShowsItsFirstRowFromDiskAndAValidationFromMemory() throws IOException {
    Path inputs = inputs(5);
    String stop = "rules.facility_indicator_achieved_type.severity=stop";
    for (RunOfSample run :
        List.of(run("memory", inputs, 100_000).with(stop), run("disk", inputs, 0).with(stop))) {
      assertThat(run.run("facility-performance")).isEqualTo(3);
      assertThat(run.err()).contains("First: " + inputs.resolve("a.csv") + ", line ", "'many'");
    }
  }
}
