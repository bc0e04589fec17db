package org.quipu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quipu.config.SourceConfig;
import org.quipu.source.DamagedFiles;
import org.quipu.source.DamagedFiles.Damage;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputException;
import org.quipu.source.InputFiles;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;

/** Files damaged in every way that is known, by seeds: 280 of them, and 120 of other formats. */
class DamagedFilesTest {
  private static final int SEEDS = 8;
  private static final Storage STORAGE = Storage.plain();

  /** What is allowed to be refused as a whole. */
  private static final Set<Damage> MAY_BE_REFUSED =
      Set.of(
          Damage.EMPTY,
          Damage.BLANK_LINES_ONLY,
          Damage.MISSING_COLUMN,
          Damage.DOUBLED_COLUMN,
          Damage.RENAMED_COLUMN,
          Damage.CUT_GZIP,
          Damage.DAMAGED_GZIP,
          Damage.CUT_ZIP,
          Damage.CUT_IN_MIDDLE,
          Damage.CUT_JSON_DOCUMENT);

  /** What is to leave a trace in quarantine. */
  private static final Set<Damage> LEAVES_BAD_ROWS =
      Set.of(
          Damage.RAGGED_ROWS,
          Damage.OPEN_QUOTE,
          Damage.OPEN_QUOTE_IN_LAST_ROW,
          Damage.NUL_BYTES,
          Damage.MIXED_ENCODING,
          Damage.FOREIGN_NUMBERS,
          Damage.DATES_FOR_NUMBERS,
          Damage.CONTRADICTIONS,
          Damage.ALL_MISSING_ROWS,
          Damage.BROKEN_JSON_LINES,
          Damage.TOTALS_BELOW,
          Damage.SECOND_HEADER,
          Damage.CONTROL_Z_AT_THE_END);

  @TempDir Path folder;

  private SmallSource read(DamagedFiles.Damaged damaged) throws IOException {
    return read(SourceContract.FACILITY_INDICATOR, damaged);
  }

  private SmallSource read(SourceContract contract, DamagedFiles.Damaged damaged)
      throws IOException {
    Path file = Files.write(folder.resolve(damaged.name()), damaged.bytes());
    SourceConfig config =
        new SourceConfig(
            contract.name(),
            List.of(file.toString()),
            "auto",
            "canonical",
            "auto",
            "auto",
            List.of("NULL", "NE_0001"),
            Map.of());
    List<FileProfile> profiles = new ArrayList<>();
    InputFiles.of(config, STORAGE)
        .forEach(each -> profiles.add(Formats.profile(each, config, STORAGE, 500)));
    return SmallSource.read(
        contract,
        profiles,
        config,
        STORAGE,
        contract.keys(),
        layout -> List.of(),
        Privacy.strict(),
        RulePolicy.none());
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void everyRowIsAccountedForAndNothingMissingBecomesZero(Damage damage) throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      DamagedFiles.Damaged damaged = DamagedFiles.make(damage, seed);
      SmallSource source;
      try {
        source = read(damaged);
      } catch (InputException e) {
        assertThat(MAY_BE_REFUSED).as(e.getMessage()).contains(damage);
        assertThat(e.getMessage()).contains(damaged.name()).endsWith(".");
        assertThat(e.spanish()).contains(damaged.name()).isNotEqualTo(e.getMessage());
        continue;
      }
      Counts total = source.book().total();
      String what = damage + " seed " + seed + " " + total;
      assertThat(total.read())
          .as(what)
          .isEqualTo(total.accepted() + total.quarantined() + total.duplicates());
      assertThat(source.rows()).as(what).hasSize((int) total.accepted());
      assertThat(source.book().quarantine()).as(what).hasSize((int) total.quarantined());
      for (Quarantined row : source.book().quarantine()) {
        assertThat(row.reason().en()).as(what).isNotBlank();
        assertThat(row.reason().es()).as(what).isNotBlank();
        assertThat(row.line()).as(what).isGreaterThan(0);
      }
      // The maker writes no zero at all: a zero could only have been made of something missing.
      if (damage != Damage.RANDOM_BYTES) {
        assertThat(source.rows())
            .as(what)
            .noneMatch(row -> "0".equals(row.text("target")) || "0".equals(row.text("achieved")));
      }
      if (LEAVES_BAD_ROWS.contains(damage)) {
        assertThat(total.quarantined()).as(what).isPositive();
      }
    }
  }

  @Test
  void oneBadLineCostsNoOtherRow() throws IOException {
    Map<Damage, Integer> lost = new EnumMap<>(Damage.class);
    for (Damage damage :
        List.of(
            Damage.OPEN_QUOTE,
            Damage.OPEN_QUOTE_IN_LAST_ROW,
            Damage.NUL_BYTES,
            Damage.FOREIGN_NUMBERS,
            Damage.BROKEN_JSON_LINES,
            Damage.SECOND_HEADER,
            Damage.CONTROL_Z_AT_THE_END)) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        Counts total = read(DamagedFiles.make(damage, seed)).book().total();
        lost.merge(damage, (int) total.quarantined(), Math::max);
        assertThat(total.accepted()).isGreaterThanOrEqualTo(19);
      }
    }
    assertThat(lost.values()).containsOnly(1);
  }

  @Test
  void aMarkOrOtherLineEndsChangeNothing() throws IOException {
    for (Damage damage :
        List.of(
            Damage.BYTE_ORDER_MARK,
            Damage.MIXED_LINE_ENDS,
            Damage.UTF_16,
            Damage.REORDERED_COLUMNS,
            Damage.MISSING_CODES,
            Damage.TITLES_ABOVE,
            Damage.EMPTY_COLUMNS_BEHIND)) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        SmallSource source = read(DamagedFiles.make(damage, seed));
        assertThat(source.book().total().quarantined()).as(damage + " " + seed).isZero();
        Set<String> ids = new HashSet<>();
        source.rows().forEach(row -> ids.add(row.text("facility_id")));
        assertThat(ids).hasSize(source.rows().size()).allMatch(id -> id.matches("\\d{8}"));
      }
    }
  }

  @Test
  void equalRowsAreDuplicatesAndContradictingOnesAreAllQuarantined() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertThat(read(DamagedFiles.make(Damage.DUPLICATES, seed)).book().total().duplicates())
          .isEqualTo(2);
      assertThat(read(DamagedFiles.make(Damage.CONTRADICTIONS, seed)).book().total().quarantined())
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "staff-survey, data-samples/formats/spss/staff-survey.sav",
    "staff-survey, data-samples/formats/spss/staff-survey.zsav",
    "facility-indicator, data-samples/formats/json-lines/facility-indicator.jsonl"
  })
  void ofOtherFormatsTooEveryRowIsAccountedFor(String source, Path sample) throws IOException {
    byte[] whole = Files.readAllBytes(sample);
    String name = sample.getFileName().toString();
    int read = 0;
    for (int seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      if (seed % 3 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        for (int i = 0; i < seed % 3 * 3; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      try {
        SmallSource found = read(contract(source), new DamagedFiles.Damaged(null, name, bytes));
        Counts total = found.book().total();
        assertThat(found.rows()).as(name + " " + seed).hasSize((int) total.accepted());
        assertThat(found.book().quarantine())
            .as(name + " " + seed)
            .hasSize((int) total.quarantined());
        read++;
      } catch (InputException e) {
        assertThat(e.getMessage()).as(name + " " + seed).contains(name).endsWith(".");
        assertThat(e.spanish()).isNotEqualTo(e.getMessage());
      }
    }
    assertThat(read).isPositive();
  }

  private static SourceContract contract(String name) {
    return SourceContract.ALL.stream().filter(each -> each.name().equals(name)).findFirst().get();
  }
}
