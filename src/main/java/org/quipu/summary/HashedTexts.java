package org.quipu.summary;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.quipu.source.ParquetBatches;

/** The texts of a key's column with the hash of each, made once a text. */
final class HashedTexts {
  private final Predicate<String> isPlain;
  private final ToLongFunction<String> hash;
  private final Ids texts = new Ids();
  private final BatchTexts numbers;
  private long[] hashes = new long[64];

  /** Of any text without spaces around it. */
  HashedTexts(int column, ToLongFunction<String> hash) {
    this(column, text -> !text.isEmpty() && text.equals(text.strip()), hash);
  }

  /**
   * @param isPlain whether nothing is to be said of a text; the row of any other is to be looked at
   */
  HashedTexts(int column, Predicate<String> isPlain, ToLongFunction<String> hash) {
    this.isPlain = isPlain;
    this.hash = hash;
    this.numbers = new BatchTexts(column, this::number);
  }

  private int number(String text) {
    if (!isPlain.test(text)) {
      return -1;
    }
    int known = texts.size();
    int number = texts.of(text);
    if (number == known) {
      if (number == hashes.length) {
        hashes = Arrays.copyOf(hashes, number * 2);
      }
      hashes[number] = hash.applyAsLong(text);
    }
    return number;
  }

  /** The numbers of the texts at hand, row by row; negative where the row is to be looked at. */
  int[] of(ParquetBatches batch) {
    return numbers.of(batch);
  }

  /** The hash of a text, by its number. */
  long hash(int number) {
    return hashes[number];
  }
}
