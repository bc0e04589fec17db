package org.quipu.benchmark;

import java.util.List;

/**
 * The rank, from 0, of the sorted value at which the 95 % interval of the median begins: the
 * highest k of which a fair coin, thrown n times, shows at most k heads with a probability of at
 * most 2.5 %. From 6 values on there is one.
 *
 * <p>Terms of the binomial distribution are summed from eight standard deviations below its mean,
 * once for each n that occurs.
 */
final class MedianRankSql {
  private MedianRankSql() {}

  /**
   * Makes a table (n, r).
   *
   * @param sizes a query for the column n
   */
  static List<String> table(String name, String sizes) {
    return List.of(
        """
        CREATE TABLE %s AS
        WITH sizes AS (SELECT DISTINCT n FROM (%s) WHERE n > 5),
        heads AS (
          SELECT n, unnest(range(greatest(0, n // 2 - (4 * sqrt(n))::BIGINT), n // 2)) AS k FROM sizes),
        upto AS (
          SELECT n, k, sum(exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) - n * ln(2)))
                         OVER (PARTITION BY n ORDER BY k ROWS UNBOUNDED PRECEDING) AS p
          FROM heads)
        SELECT n, max(k) AS r FROM upto WHERE p <= 0.025 GROUP BY n
        """
            .formatted(name, sizes));
  }
}
