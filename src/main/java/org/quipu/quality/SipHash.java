package org.quipu.quality;

import java.io.Serializable;

/**
 * SipHash-2-4: a keyed hash of 64 bits that says nothing of what was hashed to whoever lacks the
 * key (J.-P. Aumasson and D. J. Bernstein, 2012, doi:10.1007/978-3-642-34931-7_28). Texts are taken
 * as UTF-16, low byte first.
 *
 * @param k0 low half of the key
 * @param k1 high half of the key
 */
public record SipHash(long k0, long k1) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The hash of a text. */
  public long of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  /** The hash of characters {@code from} to {@code to}. */
  public long of(char[] chars, int from, int to) {
    int length = 2 * (to - from);
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    int i = from;
    boolean last = false;
    int round = 0;
    long m = 0;
    // Two rounds a block of four characters, the last block padded and with the length in its top
    // byte, then four rounds more.
    while (true) {
      if (round == 0) {
        m = block(chars, i, to);
        last = to - i < 4;
        if (last) {
          m |= (long) length << 56;
        }
        i += 4;
        v3 ^= m;
      }
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
      round++;
      if (round == 2) {
        v0 ^= m;
        if (last) {
          v2 ^= 0xff;
        } else {
          round = 0;
        }
      } else if (round == 6) {
        return v0 ^ v1 ^ v2 ^ v3;
      }
    }
  }

  private static long block(char[] chars, int from, int to) {
    long m = 0;
    for (int i = Math.min(to, from + 4) - 1; i >= from; i--) {
      m = m << 16 | chars[i];
    }
    return m;
  }

  @Override
  public String toString() {
    return "SipHash[key hidden]";
  }
}
