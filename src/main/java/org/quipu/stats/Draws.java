package org.quipu.stats;

/**
 * Random numbers that are the same on every machine and Java version: SplitMix64, G. Steele, D.
 * Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, 453–472,
 * https://doi.org/10.1145/2660193.2660195.
 */
final class Draws {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final long LOW = 0xFFFFFFFFL;

  private long state;

  Draws(long seed) {
    state = seed;
  }

  private long bits() {
    state += STEP;
    return mixed(state);
  }

  private static long mixed(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform from 0, included, to 1, excluded. */
  double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /**
   * Uniform from 0 to bound − 1; a bound below 2^31 biases it by less than 2^-32. The first 63 bits
   * × bound / 2^63, in halves: Math.multiplyHigh is a call, and slow, where the JVM's second
   * compiler is not at work.
   */
  private static int below(long bits, int bound) {
    return (int) (((bits >>> 33) * bound + (((bits >>> 1 & LOW) * bound) >>> 32)) >>> 31);
  }

  /** Shuffles some numbers. */
  void shuffle(int[] numbers) {
    long now = state;
    for (int i = numbers.length - 1; i > 0; i--) {
      now += STEP;
      int j = below(mixed(now), i + 1);
      int moved = numbers[j];
      numbers[j] = numbers[i];
      numbers[i] = moved;
    }
    state = now;
  }
}
