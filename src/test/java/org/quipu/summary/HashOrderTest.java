package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashOrderTest {
  private static final int SPARE = 7;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 4095, 4096, 50_000})
  void sortsTheFirstOfAnArrayAndLeavesTheRest(int size) {
    Random random = new Random(size);
    long[] hashes = random.longs(size + SPARE).toArray();
    check(hashes, size);
    check(random.longs(size + SPARE, -3, 4).toArray(), size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 200})
  void sortsWhatWasSortedInPieces(int pieces) {
    long[] hashes = new Random(pieces).longs(20_000 + SPARE).toArray();
    for (int piece = 0; piece < pieces; piece++) {
      Arrays.sort(hashes, 20_000 * piece / pieces, 20_000 * (piece + 1) / pieces);
    }
    check(hashes, 20_000);
  }

  private static void check(long[] hashes, int size) {
    long[] expected = hashes.clone();
    Arrays.sort(expected, 0, size);
    HashOrder.sort(hashes, size);
    assertThat(hashes).isEqualTo(expected);
  }
}
