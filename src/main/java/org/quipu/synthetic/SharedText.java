package org.quipu.synthetic;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;

/**
 * Texts that several threads write at once. {@link Binary#fromString} is not for that: it reads
 * from a buffer whose position moves.
 */
final class SharedText {
  private SharedText() {}

  static Binary of(String text) {
    return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
  }
}
