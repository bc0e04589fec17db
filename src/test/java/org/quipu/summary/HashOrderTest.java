package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashOrderTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 4095, 4096, 50_000})
  void sortsAsSignedNumbers(int size) {
    Random random = new Random(size);
    check(random.longs(size).toArray());
    check(random.longs(size, -3, 4).toArray());
  }

  private static void check(long[] hashes) {
    long[] expected = hashes.clone();
    Arrays.sort(expected);
    HashOrder.sort(hashes);
    assertThat(hashes).isEqualTo(expected);
  }
}
