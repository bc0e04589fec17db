package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to the inputs, the settings, the store and the version before between runs, a
 * run's tables and its page are those of a run from scratch, byte for byte; and where that refuses
 * an input, so does this, in the same words.
 */
class AnySequenceTest {
  private static final int STEPS = Integer.getInteger("quipu.steps", 10);
  private static final long SEED = Long.getLong("quipu.seed", 20261121L);
  private static final String INDICATORS = "facility_id,period,indicator_id,target,achieved";
  private static final String SURVEY = "respondent_id,facility_id,a,b,c";

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private int made;
  private int networks = 6;
  private String confidence = "0.95";

  private RunOfSample run(String warehouse) throws IOException {
    List<String> registry = new ArrayList<>(List.of("facility_id,diresa_id,network_id"));
    for (int i = 0; i < 20; i++) {
      registry.add("f" + i + ",D" + i % networks % 3 + ",R" + i % networks);
    }
    Path instrument = folder.resolve("instrument.csv");
    Files.write(
        instrument, List.of("item_id,dimension_id,min,max", "a,x,1,5", "b,x,1,5", "c,y,1,5"));
    return RunOfSample.in(Files.createDirectories(folder.resolve(warehouse)))
        .with(
            "sources.facility-registry.path="
                + Files.write(folder.resolve("registry.csv"), registry),
            "sources.instrument.path=" + instrument,
            "sources.facility-indicator.path=" + folder.resolve("indicators"),
            "sources.staff-survey.path=" + folder.resolve("survey"),
            "sources.indicator-catalog=null",
            "sources.published-figures=null",
            "eligibility.roles=[]",
            "confidence=" + confidence,
            "quarantine.rows-in-memory=" + (warehouse.equals("kept") ? 0 : 256));
  }

  private static TreeMap<String, String> tables(RunOfSample run) throws IOException {
    TreeMap<String, String> tables = new TreeMap<>();
    for (String name : run.version().tables()) {
      if (!name.equals("run")) {
        byte[] bytes = Files.readAllBytes(Path.of(run.version().pathOf(name)));
        tables.put(name, Arrays.hashCode(bytes) + " of " + bytes.length);
      }
    }
    // It says where its version lies.
    Path page = Path.of(run.version().path(), "report.html");
    tables.put("report", Files.readString(page).replace(run.version().path(), ""));
    return tables;
  }

  private static void assertNothingIsLost(RunOfSample run) {
    assertThat(run.table("input"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat((Long) row.value("rows_read"))
                    .isEqualTo(
                        (Long) row.value("accepted")
                            + (Long) row.value("quarantined")
                            + (Long) row.value("duplicates")));
  }

  @Test
  void givesWhatARunFromScratchGives() throws IOException {
    Files.createDirectories(folder.resolve("indicators"));
    Files.createDirectories(folder.resolve("survey"));
    for (int i = 0; i < 2; i++) {
      add("indicators");
      add("survey");
    }
    int published = 0;
    for (int step = 0; step < STEPS; step++) {
      String what = "seed " + SEED + ", step " + step + ": " + change();
      RunOfSample kept = run("kept");
      // Threads of this process read the one, Spark the other.
      RunOfSample scratch = run("scratch" + step).with(JobsStarted.OF_FEW_ROWS);
      int code = kept.run("linkage");
      assertThat(code).as(what + kept.err()).isIn(0, 3).isEqualTo(scratch.run("linkage", "--full"));
      assertThat(kept.err()).as(what).doesNotContain("Exception");
      if (code == 0) {
        assertThat(tables(kept)).as(what).isEqualTo(tables(scratch));
        assertNothingIsLost(kept);
        published++;
      } else {
        assertThat(refusal(kept)).as(what).isEqualTo(refusal(scratch));
        repair();
      }
    }
    assertThat(published).isGreaterThan(STEPS / 2);
  }

  private static List<String> refusal(RunOfSample run) {
    return run.err().lines().filter(line -> line.startsWith("quipu: ")).toList();
  }

  /** What cannot be read at all is taken away, so that the sequence goes on. */
  private void repair() throws IOException {
    for (String where : List.of("indicators", "survey")) {
      for (Path file : files(where)) {
        Files.delete(file);
      }
      add(where);
    }
  }

  private static List<Path> list(Path where) throws IOException {
    if (!Files.isDirectory(where)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(where)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private List<Path> files(String where) throws IOException {
    return list(folder.resolve(where));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String change() throws IOException {
    String where = random.nextInt(3) == 0 ? "survey" : "indicators";
    List<Path> files = files(where);
    if (files.isEmpty()) {
      return add(where);
    }
    Path file = any(files);
    String name = where + "/" + file.getFileName();
    byte[] bytes = Files.readAllBytes(file);
    switch (random.nextInt(18)) {
      case 0, 1:
        return add(where);
      case 2:
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        return "cut " + name;
      case 3:
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(bytes);
        twice.writeBytes(bytes);
        Files.write(file, twice.toByteArray());
        return "doubled within " + name;
      case 4:
        for (int i = 0; i < 3; i++) {
          bytes[bytes.length / 3 + random.nextInt(bytes.length * 2 / 3)] =
              (byte) random.nextInt(256);
        }
        Files.write(file, bytes);
        return "corrupted " + name;
      case 5:
        return sameSizeSameTime(file, bytes, name);
      case 6:
        Files.move(file, file.resolveSibling("z" + made++ + file.getFileName()));
        return "renamed " + name;
      case 7:
        Files.copy(file, file.resolveSibling("copy" + made++ + file.getFileName()));
        return "copied " + name;
      case 8:
        if (files.size() > 1) {
          Files.delete(file);
          return "removed " + name;
        }
        return "nothing";
      case 9:
        Path other = any(files);
        Path aside = folder.resolve("aside");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        if (!other.equals(file)) {
          Files.move(other, file);
        }
        Files.move(aside, other);
        return "exchanged " + name + " and " + other.getFileName();
      case 10:
        networks = 5 + random.nextInt(2);
        return networks + " networks";
      case 11:
        confidence = random.nextBoolean() ? "0.9" : "0.95";
        return "confidence " + confidence;
      case 12, 13:
        return damageVersion();
      case 14:
        return "nothing";
      default:
        return damageStore();
    }
  }

  /** Another content, where size and time of the file say that it is the same. */
  private String sameSizeSameTime(Path file, byte[] bytes, String name) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    for (int i = bytes.length - 1; i > 0; i--) {
      if (bytes[i] >= '1' && bytes[i] <= '4') {
        bytes[i]++;
        break;
      }
    }
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
    return "same size and time, other content: " + name;
  }

  private String damageStore() throws IOException {
    return damage(list(folder.resolve("kept/warehouse/store")));
  }

  /** A file of the current version, most often one that is not read again unless it is kept. */
  private String damageVersion() throws IOException {
    Path warehouse = folder.resolve("kept/warehouse");
    if (!Files.exists(warehouse.resolve("CURRENT"))) {
      return "nothing";
    }
    Path version =
        warehouse.resolve("versions/" + Files.readString(warehouse.resolve("CURRENT")).strip());
    List<Path> files = new ArrayList<>(list(version));
    files.addAll(list(version.resolve("restricted")));
    files.addAll(list(version.resolve("apart/staff-governance")));
    for (int i = 0; i < 4; i++) {
      damage(files);
    }
    return damage(files.stream().filter(Files::exists).toList());
  }

  private String damage(List<Path> entries) throws IOException {
    if (entries.isEmpty()) {
      return "nothing";
    }
    Path entry = any(entries);
    if (!Files.exists(entry)) {
      return "nothing";
    }
    byte[] bytes = Files.readAllBytes(entry);
    if (bytes.length == 0) {
      return "nothing";
    }
    String name = ": " + folder.relativize(entry);
    switch (random.nextInt(4)) {
      case 0:
        bytes[random.nextInt(bytes.length)] ^= 0x11;
        Files.write(entry, bytes);
        return "flipped a bit" + name;
      case 1:
        Files.write(entry, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        return "cut an entry" + name;
      case 2:
        Files.delete(entry);
        return "deleted an entry" + name;
      default:
        Files.copy(entry, any(entries), StandardCopyOption.REPLACE_EXISTING);
        return "put an entry in another's place" + name;
    }
  }

  private String add(String where) throws IOException {
    boolean survey = where.equals("survey");
    List<String> lines = new ArrayList<>(List.of(survey ? SURVEY : INDICATORS));
    int rows = 5 + random.nextInt(30);
    for (int i = 0; i < rows; i++) {
      lines.add(survey ? respondent() : indicator());
    }
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    String name = "m" + made++ + ".csv";
    if (random.nextInt(4) == 0) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      bytes = packed.toByteArray();
      name += ".gz";
    }
    Files.write(folder.resolve(where).resolve(name), bytes);
    return "added " + where + "/" + name;
  }

  /** Of few keys, so that files share some; now and then a bad row. */
  private String indicator() {
    String achieved =
        switch (random.nextInt(12)) {
          case 0 -> "";
          case 1 -> "many";
          case 2 -> "\"1";
          default -> String.valueOf(random.nextInt(3));
        };
    return "f%d,200%d-%02d,i%d,1,%s"
        .formatted(
            random.nextInt(22),
            5 + random.nextInt(2),
            1 + random.nextInt(12),
            random.nextInt(3),
            achieved);
  }

  private String respondent() {
    return "r%d,f%d,%d,%s,%d"
        .formatted(
            random.nextInt(60),
            random.nextInt(21),
            1 + random.nextInt(6),
            random.nextInt(9) == 0 ? "x" : String.valueOf(1 + random.nextInt(5)),
            1 + random.nextInt(5));
  }
}
