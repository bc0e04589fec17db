package org.quipu.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The dimensions as ratings by the same respondents: Friedman's test, and the analysis of variance
 * of repeated measures with the degrees of freedom of Greenhouse and Geisser. One pass over the
 * respondents sums ranks, scores and their products by facility, raw and clean; every unit adds up
 * its facilities.
 *
 * <p>Makes {@code repeated}: cleaning, t (the unit), method, statistic and so on.
 */
record RepeatedSql(InstrumentColumns instrument) {

  List<String> statements() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE joint AS %s UNION ALL %s"
            .formatted(joint("raw", "true"), joint("clean", "kept")));
    statements.add(
        """
        CREATE TABLE repeated AS
        WITH units AS (
          SELECT cleaning, u AS t, sum(n) AS n, sum(ties) AS ties, %s
          FROM joint JOIN (UNPIVOT tree ON COLUMNS(* EXCLUDE f) INTO NAME l VALUE u) USING (f)
          GROUP BY ALL HAVING sum(n) > 1),
        covariances AS (SELECT *, %s FROM units),
        split AS (SELECT *, %s FROM covariances)
        SELECT cleaning, t, -1 AS w, n::DOUBLE AS n, %3$d AS groups, unnest([
          {method: 'friedman', statistic: squares * 3 * (%3$d - 1) / nullif(scale, 0),
           df1: %3$d - 1::DOUBLE, df2: NULL, effect: 'kendalls_w',
           effect_size: squares * 3 / nullif(scale, 0) / n},
          {method: 'rm_anova', statistic: between_columns * (n - 1) / nullif(trace, 0),
           df1: epsilon * (%3$d - 1), df2: epsilon * (%3$d - 1) * (n - 1),
           effect: 'partial_eta_squared', effect_size: between_columns / (between_columns + trace)}],
          recursive := true)
        FROM split
        """
            .replace("%3$d", Integer.toString(k()))
            .formatted(sums(), covariances(), split()));
    return statements;
  }

  private int k() {
    return instrument.dimensions().size();
  }

  /** The terms of each column, or of each pair of columns, put together. */
  private String each(String separator, String format) {
    return IntStream.range(0, k())
        .mapToObj(a -> format.replace("$a", Integer.toString(a)))
        .collect(Collectors.joining(separator));
  }

  private String pairs(String separator, String format) {
    return IntStream.range(0, k())
        .mapToObj(b -> each(separator, format.replace("$b", Integer.toString(b))))
        .collect(Collectors.joining(separator));
  }

  private String joint(String cleaning, String where) {
    String scores =
        IntStream.range(0, k())
            .mapToObj(
                a ->
                    "%1$s_sum_%2$s / nullif(%1$s_n_%2$s, 0) AS x%3$d"
                        .formatted(cleaning, instrument.dimensions().get(a).id(), a))
            .collect(Collectors.joining(", "));
    // Twice the rank is 1 more than twice the lower values and once the equal ones; each of t equal
    // values adds t² − 1 to the ties.
    String ranks =
        IntStream.range(0, k())
            .mapToObj(
                a ->
                    "1 + %s AS r%d, %s AS e%d"
                        .formatted(
                            each(" + ", "2 * (x$a < x%1$d)::INTEGER + (x$a = x%1$d)::INTEGER")
                                .replace("%1$d", Integer.toString(a)),
                            a,
                            each(" + ", "(x$a = x%1$d)::INTEGER")
                                .replace("%1$d", Integer.toString(a)),
                            a))
            .collect(Collectors.joining(", "));
    return """
        SELECT '%s' AS cleaning, f, count(*) AS n, sum(%s) AS ties, %s, %s, %s
        FROM (SELECT *, %s FROM (SELECT f, %s FROM respondents WHERE %s) WHERE %s)
        GROUP BY f
        """
        .formatted(
            cleaning,
            each(" + ", "(e$a * e$a - 1)"),
            each(", ", "sum(r$a) AS r$a"),
            each(", ", "sum(x$a) AS s$a"),
            pairs(", ", "sum(x$a * x$b) AS p$a_$b"),
            ranks,
            scores,
            where,
            each(" AND ", "x$a IS NOT NULL"));
  }

  private String sums() {
    return String.join(
        ", ",
        each(", ", "sum(r$a) AS r$a"),
        each(", ", "sum(s$a) AS s$a"),
        pairs(", ", "sum(p$a_$b) AS p$a_$b"));
  }

  /** n² times the covariances. */
  private String covariances() {
    return pairs(", ", "n * p$a_$b - s$a * s$b AS c$a_$b");
  }

  /**
   * Of the covariances centred by row and column k times the trace, and k² times the sum of
   * squares; k times Σ (column sum − mean column sum)².
   */
  private String split() {
    String k = Integer.toString(k());
    return """
        %1$s AS squares, n::DOUBLE * (%2$s + 1) * %2$s * (%2$s - 1) - ties AS scale,
        %2$s * (%3$s) - (%4$s) ** 2 AS between_columns, %2$s * (%5$s) - (%6$s) AS trace,
        %2$s ** 2 * (%7$s) - 2 * %2$s * (%8$s) + (%6$s) ** 2 AS centred_squares,
        trace ** 2 / nullif(centred_squares * (%2$s - 1), 0) AS epsilon
        """
        .formatted(
            each(" + ", "(r$a - n * (" + k + " + 1))::DOUBLE ** 2"),
            k,
            each(" + ", "s$a ** 2"),
            each(" + ", "s$a"),
            each(" + ", "c$a_$a"),
            pairs(" + ", "c$a_$b"),
            pairs(" + ", "c$a_$b ** 2"),
            IntStream.range(0, k())
                .mapToObj(
                    b -> "(" + each(" + ", "c$a_$b").replace("$b", Integer.toString(b)) + ") ** 2")
                .collect(Collectors.joining(" + ")));
  }
}
