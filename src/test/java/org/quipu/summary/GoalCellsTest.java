package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.source.Storage;

/** Sums that were read back are, asked or added to, what they were. */
class GoalCellsTest {
  private static final List<String> YEARS = List.of("2005", "2006", "2007");

  @TempDir Path folder;

  /** Years of some facilities, of which not all have every year and indicator. */
  private static GoalSums sums(long seed, String... months) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (String month : months) {
      for (int facility = 0; facility < 30; facility++) {
        for (int indicator = 0; indicator < 12 && random.nextInt(5) > 0; indicator++) {
          long achieved = random.nextInt(9) == 0 ? random.nextLong(1L << 40) : random.nextInt(900);
          rows.add(
              "%08d,%s,I%d,%d.5,%d".formatted(facility, month, indicator, achieved / 2, achieved));
        }
      }
    }
    rows.add("00000003,2006-01,HUGE,1,123456789012345678901234567890.25");
    return GoalRows.of(true, rows);
  }

  private GoalSums stored(GoalSums sums) {
    SummaryStore store =
        SummaryStore.at(folder.resolve("store").toString(), Storage.plain(), "program");
    store.keep("sums", sums);
    return store.find("sums", GoalSums.class).orElseThrow();
  }

  private static GoalSums sent(GoalSums sums) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sums);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (GoalSums) in.readObject();
    }
  }

  private static void assertSame(GoalSums sums, GoalSums as) {
    assertThat(cells(sums)).hasSizeGreaterThan(100).isEqualTo(cells(as));
    assertThat(sums.goalPeriods()).isEqualTo(as.goalPeriods());
    assertThat(sums.facilityIds()).isEqualTo(as.facilityIds());
    for (String year : YEARS) {
      assertThat(sums.fingerprint(year)).isEqualTo(as.fingerprint(year));
    }
  }

  private static List<GoalCell> cells(GoalSums sums) {
    List<GoalCell> cells = new ArrayList<>();
    sums.forEach(cells::add);
    return cells;
  }

  @Test
  void whatWasKeptOrSent() throws Exception {
    GoalSums sums = sums(1, "2005-01", "2005-02", "2006-01");
    assertSame(stored(sums), sums);
    assertSame(sent(sums), sums);
    // And once more, from what lies packed.
    assertSame(sent(stored(sums)), sums);
    assertSame(stored(stored(sent(sums))), sums);
  }

  @Test
  void whatIsAddedToIt() throws Exception {
    GoalSums whole = sums(1, "2005-01", "2006-01");
    GoalSums read = stored(whole);
    GoalSums beside = sent(whole);
    String before = read.fingerprint("2005");
    for (GoalSums all : List.of(whole, read, beside)) {
      all.merge(sums(2, "2006-02", "2007-01"));
      all.merge(stored(sums(3, "2006-03")));
      all.merge(sums(4, "2007-02"));
      all.subtract(sums(4, "2007-02"));
    }
    assertSame(read, whole);
    assertSame(beside, whole);
    assertSame(stored(read), whole);
    assertThat(read.fingerprint("2005"))
        .as("of a year that nothing was added to")
        .isEqualTo(before);
    assertThat(read.collisions()).isEqualTo(whole.collisions());
  }
}
