package org.quipu.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one most likely stands for. */
public final class NearestKey {
  private NearestKey() {}

  /**
   * The candidate with the smallest edit distance; among equals the first in alphabetical order.
   *
   * @return empty when even the nearest differs in more than two edits and a third of its length
   */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    return candidates.stream()
        .min(
            Comparator.<String>comparingInt(candidate -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .filter(
            best ->
                distance(typed, best) <= Math.max(2, Math.max(typed.length(), best.length()) / 3));
  }

  /**
   * Optimal string alignment distance: insertions, deletions, substitutions and swaps of
   * neighbours, each 1; letters compare without case, and {@code _} and {@code .} like {@code -}.
   */
  static int distance(String a, String b) {
    String left = folded(a);
    String right = folded(b);
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int substitute = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + substitute, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }

  private static String folded(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replace('_', '-').replace('.', '-');
  }
}
