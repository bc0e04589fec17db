package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;

/** Against the library's writer. */
class HybridRunsTest {

  private static byte[] written(int[] numbers, int width) throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(width, 64, 1 << 20, new HeapByteBufferAllocator())) {
      for (int number : numbers) {
        encoder.writeInt(number);
      }
      return encoder.toBytes().toInputStream().readAllBytes();
    }
  }

  /** Runs of one number among numbers that differ. */
  private static int[] numbers(Random random, int width, int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      boolean again = i > 0 && random.nextInt(40) > 0 && i / 50 % 2 == 0;
      numbers[i] = again ? numbers[i - 1] : (int) (random.nextLong() & ((1L << width) - 1));
    }
    return numbers;
  }

  @Property(tries = 300)
  void whatWasWrittenIsRead(
      @ForAll long seed,
      @ForAll @IntRange(max = 32) int width,
      @ForAll @IntRange(min = 1, max = 2000) int count)
      throws IOException {
    Random random = new Random(seed);
    int limit = width > 30 ? Integer.MAX_VALUE : 1 << width;
    int[] numbers = numbers(random, Math.min(width, 30), count);
    byte[] bytes = written(numbers, width);
    // Something stands before and behind.
    byte[] among = new byte[bytes.length + 7];
    Arrays.fill(among, (byte) 0xff);
    System.arraycopy(bytes, 0, among, 3, bytes.length);
    HybridRuns runs = new HybridRuns(among, 3, 3 + bytes.length, width, limit);
    int[] read = new int[count + 1];
    for (int at = 0; at < count; ) {
      int some = Math.min(count - at, 1 + random.nextInt(300));
      if (runs.pass(some, numbers[at])) {
        Arrays.fill(read, at, at + some, numbers[at]);
      } else {
        runs.read(read, at, some);
      }
      at += some;
    }
    assertThat(Arrays.copyOf(read, count)).isEqualTo(numbers);
    assertThat(read[count]).isZero();
  }

  @Test
  void passingIsForOneRunOfThatNumber() throws IOException {
    byte[] bytes = {20 << 1, 1, 10 << 1, 0};
    HybridRuns runs = new HybridRuns(bytes, 0, bytes.length, 1, 2);
    assertThat(runs.pass(5, 0)).isFalse();
    assertThat(runs.pass(21, 1)).as("more than the run has").isFalse();
    assertThat(runs.pass(20, 1)).isTrue();
    assertThat(runs.pass(1, 1)).isFalse();
    assertThat(runs.pass(10, 0)).isTrue();
  }

  @Test
  void whatEndsEarlyIsSaid() throws IOException {
    int[] numbers = new Random(1).ints(504, 0, 512).toArray();
    byte[] bytes = written(numbers, 9);
    for (int cut = 0; cut < bytes.length; cut++) {
      HybridRuns runs = new HybridRuns(bytes, 0, cut, 9, 512);
      assertThatThrownBy(() -> runs.read(new int[504], 0, 504))
          .isInstanceOf(IOException.class)
          .hasMessage("a page ends before its values do");
    }
  }

  @Test
  void noRunsOfNothing() throws IOException {
    HybridRuns empty = new HybridRuns(new byte[] {0, 0}, 0, 2, 1, 2);
    assertThatThrownBy(() -> empty.read(new int[1], 0, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("a run of a page has no values");
    for (int width : new int[] {-1, 33}) {
      assertThatThrownBy(() -> new HybridRuns(new byte[9], 0, 9, width, 5))
          .isInstanceOf(IOException.class)
          .hasMessage("a page has numbers of " + width + " bits");
    }
  }

  @Test
  void aNumberThatStandsForNothing() throws IOException {
    for (int[] numbers : new int[][] {{1, 2, 3, 4, 5, 6, 7, 0}, new int[50]}) {
      numbers[numbers.length - 1] = 7;
      Arrays.fill(numbers, numbers.length == 50 ? 8 : 7, numbers.length, 7);
      byte[] bytes = written(numbers, 3);
      int[] read = new int[numbers.length];
      new HybridRuns(bytes, 0, bytes.length, 3, 8).read(read, 0, read.length);
      assertThat(read).isEqualTo(numbers);
      assertThatThrownBy(
              () -> new HybridRuns(bytes, 0, bytes.length, 3, 7).read(read, 0, read.length))
          .isInstanceOf(IOException.class)
          .hasMessage("a page has number 7 of 7");
    }
  }
}
