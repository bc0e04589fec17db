package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quipu.source.Split;

class KeyRunsTest {
  private static final int ANY = KeyRuns.Stretch.ANY;

  private static WantedKeys wanted(int... beginnings) {
    return new WantedKeys(
        Arrays.stream(beginnings).mapToObj(KeyHash::only).collect(Collectors.toSet()));
  }

  /** Batches of ten rows, as long as there are beginnings. */
  private static void note(KeyRuns runs, Split split, List<Integer> beginnings) {
    KeyRuns.Stretch stretch = runs.begin(split);
    for (int first = 0; first < beginnings.size(); first += 10) {
      int behind = Math.min(first + 10, beginnings.size());
      for (int row = first; row < behind; row++) {
        if (row == 0 || !beginnings.get(row).equals(beginnings.get(row - 1))) {
          stretch.run(row - first, beginnings.get(row));
        }
      }
      stretch.pass(behind - first);
    }
  }

  @Property(tries = 300)
  void findsTheRowsOfEachBeginningAndThoseOfNone(
      @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> one,
      @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> two,
      @ForAll @IntRange(min = 1, max = 6) int sought) {
    KeyRuns runs = new KeyRuns();
    // The second half of the file is noted first, as tasks end in any order.
    note(runs, new Split(100, 200, 2 + one.size()), two);
    KeyRuns before = new KeyRuns();
    note(before, new Split(4, 100, 2), one);
    runs.addAll(before);
    List<Integer> all = new ArrayList<>(one);
    all.addAll(two);
    long[] expected =
        LongStream.range(0, all.size())
            .filter(row -> Set.of(ANY, sought).contains(all.get((int) row)))
            .map(row -> row + 2)
            .toArray();
    assertThat(runs.lines(new Split(4, 200, 2), wanted(sought))).contains(expected);
  }

  @Test
  void aPartThatIsNotWhollyKnownIsNotKnown() {
    KeyRuns runs = new KeyRuns();
    note(runs, new Split(4, 100, 2), List.of(1, 1));
    note(runs, new Split(150, 200, 6), List.of(1, 2));
    assertThat(runs.lines(new Split(4, 100, 2), wanted(1))).contains(new long[] {2, 3});
    assertThat(runs.lines(new Split(50, 90, 3), wanted(1))).isPresent();
    assertThat(runs.lines(new Split(4, 200, 2), wanted(1))).isEmpty();
    assertThat(runs.lines(new Split(100, 200, 4), wanted(1))).isEmpty();
    assertThat(runs.lines(new Split(150, 201, 6), wanted(1))).isEmpty();
    assertThat(new KeyRuns().lines(new Split(4, 100, 2), wanted(1))).isEmpty();
  }

  /** Rows in no order would cost eight bytes each. */
  @Test
  void shortRunsAreNotKept() {
    KeyRuns runs = new KeyRuns();
    Split split = new Split(4, 100, 2);
    KeyRuns.Stretch stretch = runs.begin(split);
    for (int batch = 0; batch < 10; batch++) {
      for (int row = 0; row < 1000; row++) {
        stretch.run(row, 1 + (row + batch) % 7);
      }
      stretch.pass(1000);
    }
    assertThat(runs.lines(split, wanted(1))).isEmpty();
  }

  @Test
  void soManyRowsAreFoundByLookingThroughAll() {
    KeyRuns runs = new KeyRuns();
    Split split = new Split(4, 100, 2);
    KeyRuns.Stretch stretch = runs.begin(split);
    stretch.run(0, 1);
    stretch.pass(1 << 20);
    assertThat(runs.lines(split, wanted(1)).orElseThrow()).hasSize(1 << 20);
    stretch.pass(1);
    assertThat(runs.lines(split, wanted(1))).isEmpty();
  }
}
