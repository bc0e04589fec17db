package org.quipu.summary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two checksums, by different polynomials, of all that is added, in the order in which it is: what
 * has the same is taken to be the same. Ten years are gone through each month, and the JVM's quick
 * compiler has checksums of the processor's own but no such SHA-256.
 */
public final class Fingerprint {
  private static final int WAITING = 1 << 16;
  private static final int ABSENT = -1;

  private final CRC32 first = new CRC32();
  private final CRC32C second = new CRC32C();
  private ByteBuffer waiting = ByteBuffer.allocate(WAITING);

  /** Adds a text; null is another than any text. */
  public Fingerprint add(String text) {
    if (text == null) {
      return add(ABSENT);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    return add(bytes);
  }

  /** Adds a number. */
  public Fingerprint add(int number) {
    room(Integer.BYTES).putInt(number);
    return this;
  }

  Fingerprint add(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  Fingerprint add(ByteBuffer bytes) {
    room(bytes.remaining()).put(bytes.duplicate());
    return this;
  }

  private ByteBuffer room(int bytes) {
    if (waiting.remaining() < bytes) {
      sum();
      if (waiting.capacity() < bytes) {
        waiting = ByteBuffer.allocate(bytes);
      }
    }
    return waiting;
  }

  private void sum() {
    first.update(waiting.array(), 0, waiting.position());
    second.update(waiting.array(), 0, waiting.position());
    waiting.clear();
  }

  /** Sixteen hexadecimal digits. */
  public String text() {
    sum();
    return "%08x%08x".formatted(first.getValue(), second.getValue());
  }
}
