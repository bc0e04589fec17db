package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

/** Held to the encoder of parquet-java, byte for byte. */
class RunLengthsTest {

  /**
   * Numbers of one width.
   *
   * @param width bits of the greatest
   */
  record Numbers(int width, int[] values) {}

  @Provide
  Arbitrary<Numbers> numbers() {
    return Arbitraries.integers().between(0, 31).flatMap(RunLengthsTest::ofWidth);
  }

  /** Runs of the same number of every length around a group of eight, one behind the other. */
  private static Arbitrary<Numbers> ofWidth(int width) {
    int most = (int) ((1L << width) - 1);
    Arbitrary<Integer> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(1, 3)),
            Tuple.of(2, Arbitraries.integers().between(4, 20)),
            Tuple.of(1, Arbitraries.integers().between(100, 40_000)));
    Arbitrary<int[]> run =
        Combinators.combine(Arbitraries.integers().between(0, most), lengths)
            .as((value, length) -> new int[] {value, length});
    return run.list().ofMaxSize(600).map(runs -> new Numbers(width, values(runs)));
  }

  private static int[] values(List<int[]> runs) {
    List<Integer> values = new ArrayList<>();
    for (int[] run : runs) {
      for (int i = 0; i < run[1]; i++) {
        values.add(run[0]);
      }
    }
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  @Property(tries = 200)
  void writesWhatTheLibraryWrites(@ForAll("numbers") Numbers numbers) throws IOException {
    assertThat(ours(numbers)).isEqualTo(ofTheLibrary(numbers));
  }

  @Test
  void packsMoreGroupsThanOneHeaderTells() throws IOException {
    int[] values = new int[64 * 8 + 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 5;
    }
    Numbers numbers = new Numbers(3, values);

    assertThat(ours(numbers)).hasSize(1 + 63 * 3 + 1 + 2 * 3).isEqualTo(ofTheLibrary(numbers));
  }

  private static byte[] ours(Numbers numbers) throws IOException {
    PageBuffer page = new PageBuffer();
    RunLengths.write(page, numbers.values, 0, numbers.values.length, numbers.width);
    return Snappy.uncompress(bytes(page.compressed()));
  }

  private static byte[] ofTheLibrary(Numbers numbers) throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            numbers.width, 256, 1 << 20, HeapByteBufferAllocator.getInstance())) {
      for (int value : numbers.values) {
        encoder.writeInt(value);
      }
      return bytes(encoder.toBytes());
    }
  }

  private static byte[] bytes(BytesInput input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    input.writeAllTo(bytes);
    return bytes.toByteArray();
  }
}
