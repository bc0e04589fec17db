package org.quipu.summary;

/** A 64-bit hash of a row's key: FNV-1a over its characters, then a finalizer (SplitMix64's). */
final class KeyHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private KeyHash() {}

  static long start() {
    return OFFSET;
  }

  static long add(long hash, char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      hash = (hash ^ chars[i]) * PRIME;
    }
    return (hash ^ 0x1f) * PRIME;
  }

  static long add(long hash, String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ 0x1f) * PRIME;
  }

  static long end(long hash) {
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
