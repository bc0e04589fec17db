package org.quipu.summary;

/**
 * A 64-bit hash of a row's key: FNV-1a over the characters of each part and a finalizer
 * (SplitMix64's); the parts' hashes are joined, so that a part that many rows share is hashed once.
 */
final class KeyHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long UPPER = -1L << Integer.SIZE;
  private static final long PRIME = 0x100000001b3L;

  private KeyHash() {}

  /** The hash of a part of a key. */
  static long of(char[] chars, int start, int end) {
    long hash = OFFSET;
    for (int i = start; i < end; i++) {
      hash = (hash ^ chars[i]) * PRIME;
    }
    return end(hash);
  }

  /** The hash of a part of a key. */
  static long of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  /** The hash of a key so far, at first 0, with that of its next part. */
  static long joined(long hash, long next) {
    return (Long.rotateLeft(hash, 25) ^ next) * 0xd1342543de82ef95L;
  }

  /**
   * The hash of a key whose rows are looked for by how it begins: half of it is of the beginning
   * alone.
   *
   * @param beginning of the parts at the beginning, joined
   * @param whole of all parts, joined
   */
  static long halved(long beginning, long whole) {
    return (beginning & UPPER) | (whole >>> Integer.SIZE);
  }

  /** The half that a key's hash has of its beginning. */
  static int beginning(long halved) {
    return (int) (halved >>> Integer.SIZE);
  }

  /** A beginning as a hash of its own. */
  static long only(int beginning) {
    return (long) beginning << Integer.SIZE;
  }

  static long end(long hash) {
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
