package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.quipu.stats.PairwiseMoments;

/** Primitive sums against BigDecimal and HashMap: exact at any size, kept and merged in any way. */
class ExactSumsTest {

  @SuppressWarnings("unchecked") // it is what was written
  private static <T extends Serializable> T kept(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  /** Sums as they come back from the store. */
  static DecimalSums kept(DecimalSums sums) {
    return DecimalBytes.read(DecimalBytes.of(sums), 0);
  }

  record Addition(int slot, long unscaled, int scale) {
    BigDecimal value() {
      return BigDecimal.valueOf(unscaled, scale);
    }
  }

  @Provide
  Arbitrary<List<Addition>> additions() {
    Arbitrary<Long> sizes =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-200, 200),
            Arbitraries.longs().between(-3_000_000_000L, 3_000_000_000L),
            Arbitraries.longs());
    return Combinators.combine(
            Arbitraries.integers().between(0, 9), sizes, Arbitraries.integers().between(0, 12))
        .as(Addition::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 300)
  void decimals(
      @ForAll("additions") List<Addition> some,
      @ForAll("additions") List<Addition> more,
      @ForAll("additions") List<Addition> out)
      throws Exception {
    DecimalSums sums = sums(some);
    DecimalSums others = kept(sums(more));
    DecimalSums removed = sums(out);
    int[] slots = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    int[] here = Arrays.copyOf(slots, 40);
    sums.addAll(others, here, 1);
    sums.addAll(removed, here, 1);
    sums.addAll(removed, here, -1);
    for (int slot : slots) {
      List<Addition> there =
          Stream.concat(some.stream(), more.stream())
              .filter(addition -> addition.slot == slot)
              .toList();
      assertThat(sums.has(slot)).isEqualTo(!there.isEmpty());
      if (!there.isEmpty()) {
        BigDecimal sum =
            there.stream().map(Addition::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sums.get(slot)).isEqualByComparingTo(sum);
        assertThat(kept(sums).get(slot)).isEqualByComparingTo(sum);
      }
    }
  }

  private static DecimalSums sums(List<Addition> additions) {
    DecimalSums sums = new DecimalSums(2);
    for (Addition addition : additions) {
      sums.add(addition.slot, addition.unscaled, addition.scale);
    }
    return sums;
  }

  @Property(tries = 200)
  void moreThanAByteCounts(@ForAll @IntRange(min = 1, max = 400) int times) throws Exception {
    DecimalSums sums = new DecimalSums(4);
    for (int i = 0; i < times; i++) {
      sums.add(3, Integer.MAX_VALUE, 0);
    }
    BigDecimal expected = BigDecimal.valueOf((long) times * Integer.MAX_VALUE);
    assertThat(kept(sums).get(3)).isEqualByComparingTo(expected);
    assertThat(sums.has(2)).isFalse();
  }

  @Property(tries = 200)
  void wideSums(@ForAll @Size(max = 40) List<long[]> pairs) {
    WideSums sums = new WideSums(2);
    WideSums twice = new WideSums(2);
    BigInteger expected = BigInteger.ZERO;
    for (long[] pair : pairs) {
      long a = (pair.length > 0 ? pair[0] : 3) >> 17;
      long b = (pair.length > 1 ? pair[1] : -5) >> 17;
      sums.addProduct(1, a, b);
      sums.add(1, a);
      expected =
          expected
              .add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
              .add(BigInteger.valueOf(a));
    }
    twice.addAll(sums, 1);
    twice.addAll(sums, 1);
    assertThat(sums.get(1)).isEqualTo(expected);
    assertThat(twice.get(1)).isEqualTo(expected.shiftLeft(1));
    twice.addAll(sums, -1);
    assertThat(twice.get(1)).isEqualTo(expected);
    assertThat(twice.get(0)).isZero();
  }

  @Property(tries = 200)
  void counts(@ForAll @Size(max = 300) List<@IntRange(min = 1, max = 90) Integer> keys)
      throws Exception {
    LongCounts counts = new LongCounts();
    Map<Long, Long> expected = new HashMap<>();
    for (int key : keys) {
      long spread = key * 0x100000001L;
      counts.add(spread, 1);
      expected.merge(spread, 1L, Long::sum);
    }
    LongCounts both = kept(counts);
    both.addAll(counts, 1);
    both.addAll(counts, -1);
    Map<Long, Long> found = new HashMap<>();
    both.forEach(found::put);
    assertThat(found).isEqualTo(expected);
  }

  /** Answers of six items; small ones, large ones, missing ones. */
  @Provide
  Arbitrary<List<int[]>> respondents() {
    Arbitrary<Integer> answer =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.integers().between(0, 15)),
            Tuple.of(2, Arbitraries.just(PairwiseMoments.MISSING)),
            Tuple.of(1, Arbitraries.integers().between(-99, 32_000)));
    return answer.array(int[].class).ofSize(6).list().ofMaxSize(700);
  }

  @Property(tries = 40)
  void momentsOfWholeAnswersAreThoseOfDecimals(@ForAll("respondents") List<int[]> respondents)
      throws Exception {
    PairwiseMoments whole = new PairwiseMoments(6);
    PairwiseMoments decimal = new PairwiseMoments(6);
    for (int[] answers : respondents) {
      BigDecimal[] decimals = new BigDecimal[6];
      for (int i = 0; i < 6; i++) {
        decimals[i] = answers[i] == PairwiseMoments.MISSING ? null : BigDecimal.valueOf(answers[i]);
      }
      decimal.add(decimals);
      whole.add(answers.clone());
    }
    PairwiseMoments doubled = kept(whole);
    doubled.addAll(whole, 1);
    doubled.addAll(whole, -1);
    for (PairwiseMoments moments : List.of(whole, doubled)) {
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          assertThat(moments.n(i, j)).isEqualTo(decimal.n(i, j));
          assertThat(moments.sum(i, j)).isEqualByComparingTo(decimal.sum(i, j));
          assertThat(moments.product(i, j)).isEqualByComparingTo(decimal.product(i, j));
          if (decimal.covariance(i, j) == null) {
            assertThat(moments.covariance(i, j)).isNull();
          } else {
            assertThat(moments.covariance(i, j)).isEqualByComparingTo(decimal.covariance(i, j));
          }
        }
      }
    }
  }

  @Property(tries = 200)
  void momentsAreReadBySeveralAtOnce(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 9) Integer> answers) {
    PairwiseMoments counted = new PairwiseMoments(answers.size());
    counted.add(answers.stream().mapToInt(Integer::intValue).toArray());

    List<PairwiseMoments> read =
        Stream.generate(() -> new PairwiseMoments(answers.size())).limit(4).toList();
    read.parallelStream().forEach(one -> one.addAll(counted, 1));

    assertThat(read)
        .allSatisfy(
            one -> {
              for (int i = 0; i < answers.size(); i++) {
                long square = (long) answers.get(i) * answers.get(i);
                assertThat(one.product(i, i)).isEqualByComparingTo(BigDecimal.valueOf(square));
              }
            });
  }
}
