package org.quipu.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * The 97.5 % quantile of Student's t, which DuckDB has no function for, once for each number of
 * values that occurs: by the expansion of Cornish and Fisher in 1/ν, and up to 250 degrees of
 * freedom ν improved by Newton's method on the distribution, which for whole ν is a finite sum.
 *
 * <p>Reference: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 26.7.3,
 * 26.7.4 and 26.7.5. The result is right to a part in 10¹².
 */
final class StudentSql {
  /** The normal quantile of 97.5 %. */
  static final String Z = "1.959963984540054::DOUBLE";

  private static final int STEPS = 3;
  private static final int SUMMED_UP_TO = 250;

  private StudentSql() {}

  /**
   * Makes a table (n, t), t with n − 1 degrees of freedom.
   *
   * @param sizes a query for the column n
   */
  static List<String> table(String name, String sizes) {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        CREATE TABLE %s AS
        SELECT n, nu, CASE nu WHEN 1 THEN tan(pi() * 0.475) ELSE
                 z + z * (z2 + 1) / (4 * nu) + z * ((5 * z2 + 16) * z2 + 3) / (96 * nu ** 2)
                 + z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * nu ** 3)
                 + z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / (92160 * nu ** 4) END AS t
        FROM (SELECT DISTINCT n, (n - 1)::DOUBLE AS nu, %s AS z, z * z AS z2 FROM (%s) WHERE n > 1)
        """
            .formatted(name, Z, sizes));
    for (int step = 0; step < STEPS; step++) {
      statements.add(newton(name));
    }
    return statements;
  }

  /** The probability between −t and t, less 0.95, over its slope. */
  private static String newton(String name) {
    return """
        UPDATE %1$s SET t = %1$s.t - (inside - 0.95::DOUBLE) / slope FROM (
          WITH terms AS (
            SELECT n, nu, t, atan(t / sqrt(nu)) AS angle, cos(angle) ** 2 AS c,
                   unnest(range((nu::BIGINT - 1) // 2 + (nu::BIGINT + 1) %% 2)) AS k
            FROM %1$s WHERE nu BETWEEN 2 AND %2$d),
          sums AS (
            SELECT n, nu, t, angle, sum(CASE
                     WHEN nu %% 2 = 1
                     THEN exp(lgamma(k + 1) + lgamma(1.5) - lgamma(k + 1.5) + k * ln(c)) * sqrt(c) * 2 / pi()
                     ELSE exp(lgamma(k + 0.5) - lgamma(0.5) - lgamma(k + 1) + k * ln(c)) END) AS series
            FROM terms GROUP BY ALL)
          SELECT n, sin(angle) * series + CASE nu %% 2 WHEN 1 THEN 2 * angle / pi() ELSE 0 END AS inside,
                 2 * exp(lgamma((nu + 1) / 2) - lgamma(nu / 2) - (nu + 1) / 2 * ln(1 + t * t / nu))
                   / sqrt(nu * pi()) AS slope
          FROM sums) s
        WHERE %1$s.n = s.n
        """
        .formatted(name, SUMMED_UP_TO);
  }
}
