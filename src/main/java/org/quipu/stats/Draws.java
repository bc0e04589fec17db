package org.quipu.stats;

/**
 * Random numbers that are the same on every machine and Java version: SplitMix64, G. Steele, D.
 * Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, 453–472,
 * https://doi.org/10.1145/2660193.2660195.
 */
final class Draws {
  private long state;

  Draws(long seed) {
    state = seed;
  }

  private long bits() {
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform from 0, included, to 1, excluded. */
  double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform from 0 to bound − 1; a bound below 2^31 biases it by less than 2^-32. */
  int below(int bound) {
    return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
  }

  void shuffle(double[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      double moved = values[i];
      values[i] = values[j];
      values[j] = moved;
    }
  }
}
