package org.quipu.synthetic;

/**
 * Random numbers by position: a hash of seed, stream and up to three coordinates, with no state, so
 * that the number at a position does not depend on which were asked for before.
 *
 * <p>The mixing function is variant 13 of D. Stafford, as in {@link java.util.SplittableRandom}: G.
 * L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
 * https://doi.org/10.1145/2660193.2660195
 */
final class Noise {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private final long base;

  /**
   * @param stream what the numbers are for; streams are independent of each other
   */
  Noise(long seed, String stream) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < stream.length(); i++) {
      hash = mix(hash ^ stream.charAt(i) * GOLDEN);
    }
    this.base = hash;
  }

  long at(long a) {
    return mix(base ^ (a + 1) * GOLDEN);
  }

  long at(long a, long b) {
    return mix(at(a) ^ (b + 1) * GOLDEN);
  }

  long at(long a, long b, long c) {
    return mix(at(a, b) ^ (c + 1) * GOLDEN);
  }

  /** All bits of a number stirred anew: a second number from the first. */
  static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }

  /** Uniform in [0, 1). */
  static double unit(long hash) {
    return (hash >>> 11) * UNIT;
  }

  /** Uniform in {0, …, n − 1}, for 1 ≤ n &lt; 2^31. */
  static int below(long hash, long n) {
    return (int) ((hash >>> 33) * n >>> 31);
  }

  /** About normal with mean 0 and SD 1: 64 fair coins, standardized; within ±8. */
  static double normal(long hash) {
    return (Long.bitCount(hash) - 32) / 4.0;
  }
}
