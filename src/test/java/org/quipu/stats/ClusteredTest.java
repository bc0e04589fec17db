package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClusteredTest {

  private static PowerSums sums(double... values) {
    return FrequencyTable.of(values).powerSums();
  }

  /** Were every facility of one mind, 23 opinions would be heard and not 500. */
  @Test
  void facilitiesOfOneMind() {
    List<PowerSums> facilities =
        IntStream.range(0, 23)
            .mapToObj(f -> sums(IntStream.range(0, 20).mapToDouble(i -> f).toArray()))
            .toList();
    DesignEffect effect = DesignEffect.of(facilities);
    assertThat(effect.icc()).isEqualTo(1.0);
    assertThat(effect.designEffect()).isEqualTo(20.0);
    assertThat(effect.effectiveN()).isCloseTo(23, within(1e-12));
  }

  @Test
  void clustersOfTheSameMeanHaveNoEffectiveSize() {
    // 1 − 3/3 and, of thirds, 1 − 6/6: decimals leave 1e-34 of either.
    for (PowerSums cluster : List.of(sums(1, 2, 3, 5), sums(1, 1, 2, 2, 3, 3, 5))) {
      DesignEffect effect = DesignEffect.of(List.of(cluster, cluster, cluster));
      assertThat(effect.designEffect()).isZero();
      assertThat(effect.effectiveN()).isNull();
      assertThat(effect.state()).isEqualTo(State.OK);
    }
  }

  @Test
  void clustersThatGiveNoDesignEffect() {
    assertThat(DesignEffect.of(List.of(sums(1, 2))).state()).isEqualTo(State.TOO_FEW);
    assertThat(DesignEffect.of(List.of(sums(1), sums(2))).state()).isEqualTo(State.TOO_FEW);
    assertThat(DesignEffect.of(List.of(sums(1, 1), sums(1))).state()).isEqualTo(State.NO_VARIANCE);
    DesignEffect opposed = DesignEffect.of(List.of(sums(1, 3), sums(1, 3)));
    assertThat(opposed.icc()).isEqualTo(-1.0);
    assertThat(opposed.designEffect()).isEqualTo(0.0);
    assertThat(opposed.effectiveN()).isNull();
  }

  @Test
  void meansThatCannotBeCompared() {
    List<PowerSums> both = List.of(sums(1, 2), sums(2, 3));
    assertThat(ClusteredMeans.test(List.of()).state()).isEqualTo(State.TOO_FEW);
    TestResult single = ClusteredMeans.test(List.of(both, List.of(sums(4, 2), PowerSums.NONE)));
    assertThat(single.state()).isEqualTo(State.TOO_FEW);
    assertThat(single.reason().en())
        .isEqualTo("Too few clusters in group 2: 1; it takes at least 2.");
    assertThat(ClusteredMeans.test(List.of(both, both)).state()).isEqualTo(State.NOT_COMPUTABLE);
    assertThatThrownBy(() -> ClusteredMeans.test(List.of(both, List.of(sums(1)))))
        .hasMessage("every cluster needs the sums of all 2 groups");
  }

  @Test
  void tablesThatCannotBeCompared() {
    long[][] table = {{3, 4}, {5, 1}};
    assertThat(RaoScott.test(List.<long[][]>of(table)).state()).isEqualTo(State.TOO_FEW);
    assertThat(RaoScott.test(List.of(table, new long[2][2])).state()).isEqualTo(State.TOO_FEW);
    assertThat(RaoScott.test(List.of(table, table)).state()).isEqualTo(State.NO_VARIANCE);
    long[][] one = {{3, 0}, {5, 0}};
    assertThat(RaoScott.test(List.of(one, one)).state()).isEqualTo(State.NO_VARIANCE);
    long[][] group = {{3, 1}, {0, 0}};
    assertThat(RaoScott.test(List.of(group, group)).state()).isEqualTo(State.TOO_FEW);
    assertThatThrownBy(() -> RaoScott.test(List.of(table, new long[][] {{1, 2, 3}, {1, 1, 1}})))
        .hasMessage("tables of clusters need one shape, 2 by 2");
    List<long[][]> diagonal =
        List.of(
            new long[][] {{5, 0, 0}, {0, 3, 0}, {0, 0, 2}},
            new long[][] {{1, 0, 0}, {0, 6, 0}, {0, 0, 4}});
    assertThat(RaoScott.test(diagonal).reason().en())
        .isEqualTo("Too many cells are empty to tell all interactions apart.");
  }

  /** Groups with clusters of their own, against the same clusters of which each has all groups. */
  @Property(tries = 300)
  void nestedClustersAreClustersOfOneGroup(
      @ForAll @Size(max = 5)
          List<@Size(max = 5) List<@Size(max = 4) List<@IntRange(max = 3) Integer>>> groups) {
    List<List<PowerSums>> nested = new ArrayList<>();
    List<List<PowerSums>> crossed = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<PowerSums> own = new ArrayList<>();
      for (List<Integer> answers : groups.get(g)) {
        own.add(sums(answers.stream().mapToDouble(answer -> answer / 4.0).toArray()));
        List<PowerSums> cluster =
            new ArrayList<>(Collections.nCopies(groups.size(), PowerSums.NONE));
        cluster.set(g, own.get(own.size() - 1));
        crossed.add(cluster);
      }
      nested.add(own);
    }
    TestResult expected = ClusteredMeans.test(crossed);
    TestResult found = ClusteredMeans.testNested(nested);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aMeanThatDoesNotVaryIsTheOneThatOthersAreHeldAgainst() {
    List<PowerSums> varies = List.of(sums(1, 2), sums(2, 4));
    List<PowerSums> alike = List.of(sums(1, 2), sums(1, 2));
    assertThat(ClusteredMeans.testNested(List.of(varies, alike)).statistic()).isPositive();
    assertThat(ClusteredMeans.testNested(List.of(varies, alike)).statistic())
        .isEqualTo(ClusteredMeans.testNested(List.of(alike, varies)).statistic());
    assertThat(ClusteredMeans.testNested(List.of(alike, varies, alike)).state())
        .isEqualTo(State.NOT_COMPUTABLE);
  }
}
