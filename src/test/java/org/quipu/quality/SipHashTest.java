package org.quipu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The vectors of the reference implementation (vectors.h), of even lengths. */
class SipHashTest {
  private static final SipHash HASH = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  private static long ofBytes(int length) {
    char[] chars = new char[length / 2 + 2];
    for (int i = 0; i < length; i += 2) {
      chars[1 + i / 2] = (char) (i | (i + 1) << 8);
    }
    return HASH.of(chars, 1, 1 + length / 2);
  }

  @Test
  void referenceVectors() {
    assertThat(ofBytes(0)).isEqualTo(0x726fdb47dd0e0e31L);
    assertThat(ofBytes(2)).isEqualTo(0x0d6c8009d9a94f5aL);
    assertThat(ofBytes(8)).isEqualTo(0x93f5f5799a932462L);
    assertThat(ofBytes(14)).isEqualTo(0xf723ca908e7af2eeL);
  }

  @Test
  void anotherKeyGivesAnotherHash() {
    char[] id = "12345678".toCharArray();
    assertThat(new SipHash(1, 2).of(id, 0, 8)).isNotEqualTo(new SipHash(1, 3).of(id, 0, 8));
  }
}
