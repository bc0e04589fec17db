package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.quipu.stats.FrequencyTable;
import org.quipu.survey.Instrument;
import org.quipu.survey.Item;

/** Counters, and the order in which respondents wait for them, against counting one by one. */
class AnswerCountsTest {
  private static final int FACILITIES = 3;

  /** Two dimensions, of five items and of two, one of them reversed, on scales of their own. */
  private static final Instrument INSTRUMENT =
      new Instrument(
          List.of(
              item("a1", "a", 1, 5, false),
              item("a2", "a", 1, 5, true),
              item("a3", "a", 0, 3, false),
              item("a4", "a", 1, 5, false),
              item("a5", "a", -2, 2, false),
              item("b1", "b", 1, 7, false),
              item("b2", "b", 1, 7, false)));

  private static final int ITEMS = INSTRUMENT.items().size();

  private static Item item(String id, String dimension, int min, int max, boolean reversed) {
    return new Item(
        id, dimension, BigDecimal.valueOf(min), BigDecimal.valueOf(max), reversed, id, id);
  }

  record Staff(int facility, List<Integer> answers) {
    int[] whole() {
      return answers.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Many leave items out, and some answer beyond the scale. */
  @Provide
  Arbitrary<List<Staff>> staff() {
    Arbitrary<Integer> answer =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(1, 3)),
            Tuple.of(2, Arbitraries.just(AnswerWindows.MISSING)),
            Tuple.of(1, Arbitraries.integers().between(-9, 99)));
    return Combinators.combine(
            Arbitraries.integers().between(0, FACILITIES - 1), answer.list().ofSize(ITEMS))
        .as(Staff::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 200)
  void countsWhatIsAnswered(
      @ForAll("staff") List<Staff> some,
      @ForAll("staff") List<Staff> more,
      @ForAll("staff") List<Staff> out) {
    AnswerCounts counts = counts(some);
    int[] turned = {2, 1, 0};
    counts.addAll(counts(more), turned, 1);
    counts.addAll(counts(out), turned, 1);
    counts.addAll(counts(out), turned, -1);
    AnswerCounts.Reader reader =
        new AnswerCounts.Reader(new AnswerWindows(INSTRUMENT), List.of(counts));
    for (int[] unit : new int[][] {{0}, {1}, {2}, {0, 2}, {2, 1, 0}}) {
      UnitAnswers answers = reader.of(unit);
      List<int[]> there = new ArrayList<>();
      for (int facility : unit) {
        there.addAll(answers(some, facility));
        there.addAll(answers(more, turned[facility]));
      }
      assertThat(answers.respondents()).isEqualTo(there.size());
      assertThat(IntStream.of(unit).mapToLong(reader::respondents).sum()).isEqualTo(there.size());
      for (int item = 0; item < ITEMS; item++) {
        assertCounted(answers.item(item), answers.itemMissing(item), there, List.of(item), false);
      }
      List<List<Integer>> scores =
          List.of(List.of(0, 1, 2, 3, 4), List.of(5, 6), List.of(0, 1, 2, 3, 4, 5, 6));
      for (int score = 0; score < scores.size(); score++) {
        assertCounted(
            answers.score(score), answers.scoreMissing(score), there, scores.get(score), true);
      }
    }
  }

  @Test
  void decimalsStandAmongMeansOfWholeAnswers() {
    AnswerCounts counts = counts(List.of(new Staff(0, List.of(3, 3, 3, 2, 2, 4, 5))));
    UnitTallies rest = counts.rest(0);
    rest.addRespondents(2);
    rest.item(1).add(new BigDecimal("2.50"), 1);
    rest.item(1).add(3, 1, 1);
    rest.score(1).add(new BigDecimal("4.5"), 1);
    rest.score(1).add(5, 3, 1);
    rest.score(0).addMissing(2);
    UnitAnswers answers =
        new AnswerCounts.Reader(new AnswerWindows(INSTRUMENT), List.of(counts)).of(0);

    assertThat(answers.respondents()).isEqualTo(3);
    assertThat(answers.item(1))
        .isEqualTo(
            FrequencyTable.ofDecimals(
                Map.of(new BigDecimal("2.5"), 1L, BigDecimal.valueOf(3), 2L)));
    assertThat(answers.score(1))
        .isEqualTo(
            FrequencyTable.ofDecimals(
                Map.of(new BigDecimal("4.5"), 2L, Means.of(BigDecimal.valueOf(5), 3), 1L)));
    assertThat(answers.score(0).n()).isEqualTo(1);
    assertThat(answers.scoreMissing(0)).isEqualTo(2);
  }

  private static AnswerCounts counts(List<Staff> staff) {
    AnswerCounts counts = new AnswerCounts(new AnswerWindows(INSTRUMENT));
    staff.forEach(one -> counts.add(one.facility, one.whole()));
    return counts;
  }

  private static List<int[]> answers(List<Staff> staff, int facility) {
    return staff.stream().filter(one -> one.facility == facility).map(Staff::whole).toList();
  }

  private static void assertCounted(
      FrequencyTable table, long missed, List<int[]> staff, List<Integer> items, boolean turned) {
    TreeMap<BigDecimal, Long> means = new TreeMap<>();
    long missing = 0;
    for (int[] answers : staff) {
      List<BigDecimal> given =
          items.stream()
              .filter(item -> answers[item] != AnswerWindows.MISSING)
              .map(item -> BigDecimal.valueOf(turned && item == 1 ? 6 - answers[1] : answers[item]))
              .toList();
      if (given.isEmpty()) {
        missing++;
      } else {
        BigDecimal sum = given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        means.merge(Means.of(sum, given.size()), 1L, Long::sum);
      }
    }
    assertThat(missed).isEqualTo(missing);
    assertThat(table.n()).isEqualTo(staff.size() - missing);
    List<BigDecimal> values = new ArrayList<>(means.keySet());
    assertThat(table.distinct()).isEqualTo(values.size());
    for (int i = 0; i < values.size(); i++) {
      assertThat(table.decimal(i)).isEqualByComparingTo(values.get(i));
      assertThat(table.count(i)).isEqualTo(means.get(values.get(i)));
    }
  }

  @Property(tries = 100)
  void thoseOfAFacilityComeTogether(@ForAll("staff") List<Staff> staff) {
    WaitingAnswers waiting = new WaitingAnswers(ITEMS);
    staff.forEach(one -> assertThat(waiting.add(one.facility, one.whole())).isFalse());
    List<Staff> shown = new ArrayList<>();
    waiting.drain(
        (facility, answers) ->
            shown.add(new Staff(facility, Arrays.stream(answers).boxed().toList())));
    List<Staff> sorted = new ArrayList<>(staff);
    sorted.sort(Comparator.comparingInt(Staff::facility));
    assertThat(shown).isEqualTo(sorted);
    waiting.drain((facility, answers) -> shown.clear());
    assertThat(shown).hasSameSizeAs(staff);
  }

  @Test
  void aFullHouseSaysSo() {
    WaitingAnswers waiting = new WaitingAnswers(1);
    int added = 1;
    while (!waiting.add(added % 7, new int[] {added % 5})) {
      added++;
    }
    Map<Integer, Integer> byFacility = new HashMap<>();
    waiting.drain((facility, answers) -> byFacility.merge(facility, 1, Integer::sum));
    assertThat(byFacility.values().stream().mapToInt(i -> i).sum()).isEqualTo(added);
    assertThat(byFacility).hasSize(7);
  }

  @Test
  void countersRunOverAndBack() {
    CounterRows rows = new CounterRows(3);
    CounterRows others = new CounterRows(3);
    long some = 70_000;
    long more = 200_000;
    IntStream.range(0, (int) some).forEach(i -> count(rows, 4, 2));
    IntStream.range(0, (int) more).forEach(i -> count(others, 0, 2));
    count(others, 1, 0);
    int[] here = {4, 0};
    rows.addAll(others, here, 1);
    assertThat(counts(rows, 4)).containsExactly(0, 0, some + more);
    assertThat(counts(rows, 0)).containsExactly(1, 0, 0);
    assertThat(counts(rows, 3)).containsOnly(0);
    rows.addAll(others, here, -1);
    assertThat(counts(rows, 4)).containsExactly(0, 0, some);
    assertThat(counts(rows, 0)).containsOnly(0);
  }

  private static long[] counts(CounterRows rows, int facility) {
    long[] counts = new long[3];
    rows.addTo(counts, facility);
    return counts;
  }

  private static void count(CounterRows rows, int facility, int counter) {
    if (++rows.row(facility)[counter] == 0) {
      rows.carry(facility, counter);
    }
  }
}
