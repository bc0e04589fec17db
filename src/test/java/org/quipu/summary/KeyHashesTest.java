package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHashesTest {

  /** Enough for shares of several pieces, some of them sorted by digits. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 30_000, 2_000_000})
  void knowsWhatOccurredTwiceHoweverItWasDealtOut(int count) {
    Random random = new Random(count);
    long[] hashes = random.longs(count).toArray();
    long[] again = Arrays.stream(hashes).filter(hash -> random.nextInt(500) == 0).toArray();
    Set<Long> expected = LongStream.of(again).boxed().collect(Collectors.toSet());
    List<KeyHashes> parts = List.of(new KeyHashes(), new KeyHashes(), new KeyHashes());
    LongStream.concat(LongStream.of(again), LongStream.of(hashes))
        .forEach(hash -> parts.get(random.nextInt(parts.size())).add(hash));
    KeyHashes all = new KeyHashes();
    Set<Long> found = new HashSet<>();
    for (KeyHashes part : parts) {
      found.addAll(part.collisions());
      all.merge(part);
      found.addAll(all.collisions());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(all.collisions()).isEqualTo(new TreeSet<>(expected));
  }
}
