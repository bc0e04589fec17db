package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cronbach's alpha from pairwise-complete covariances, which is what psych computes where answers
 * are missing.
 *
 * <p>A {@code covar_samp} for each pair, level and cleaning would pass over the respondents for
 * each again. Here they are passed over once, by network: a missing answer is 0 in sums of
 * products, and what it takes from the pairs of its item is summed apart, over the respondents who
 * left it out. Levels above, and the few respondents whose clean answers are others than the raw
 * ones, are then sums and differences of small tables.
 */
record PairwiseAlphaSql(Path out, InstrumentColumns instrument) {
  /** The covariances c of items i ≥ j in each cleaning and unit u, as the end of a WITH clause. */
  static final String COVARIANCES =
      """
      p AS (
        SELECT cleaning, u, i, j, sum(sign * p) AS p
        FROM (SELECT src, g, generate_subscripts(p, 1) AS pair, unnest(p) AS p FROM item_sums)
        JOIN (SELECT row_number() OVER (ORDER BY i, j) AS pair, i, j
              FROM (SELECT DISTINCT a.item AS i, b.item AS j
                    FROM scale_items a JOIN scale_items b ON b.item <= a.item)) USING (pair)
        JOIN sources USING (src) JOIN above USING (g) GROUP BY ALL),
      n AS (SELECT cleaning, u, sum(sign * n) AS n
            FROM item_sums JOIN sources USING (src) JOIN above USING (g) GROUP BY ALL),
      s AS (SELECT cleaning, u, i, sum(sign * s) AS s
            FROM (SELECT src, g, generate_subscripts(s, 1) - 1 AS i, unnest(s) AS s FROM item_sums)
            JOIN sources USING (src) JOIN above USING (g) GROUP BY ALL),
      m AS (SELECT cleaning, u, j, sum(sign * m) AS m
            FROM gaps JOIN sources USING (src) JOIN above USING (g) GROUP BY ALL),
      w AS (SELECT cleaning, u, j, i, sum(sign * s) AS s
            FROM (SELECT src, g, j, generate_subscripts(s, 1) - 1 AS i, unnest(s) AS s FROM gaps)
            JOIN sources USING (src) JOIN above USING (g) GROUP BY ALL),
      b AS (SELECT cleaning, u, i, j, sum(sign * c) AS c
            FROM both_gaps JOIN sources USING (src) JOIN above USING (g) GROUP BY ALL),
      pairs AS (
        SELECT p.cleaning, p.u, p.i, p.j, p.p,
               n.n - coalesce(mi.m, 0) - coalesce(mj.m, 0) + coalesce(b.c, 0) AS n,
               si.s - coalesce(wi.s, 0) AS si, sj.s - coalesce(wj.s, 0) AS sj
        FROM p JOIN n USING (cleaning, u)
        JOIN s si ON si.cleaning = p.cleaning AND si.u = p.u AND si.i = p.i
        JOIN s sj ON sj.cleaning = p.cleaning AND sj.u = p.u AND sj.i = p.j
        LEFT JOIN m mi ON mi.cleaning = p.cleaning AND mi.u = p.u AND mi.j = p.i
        LEFT JOIN m mj ON mj.cleaning = p.cleaning AND mj.u = p.u AND mj.j = p.j
        LEFT JOIN w wi ON wi.cleaning = p.cleaning AND wi.u = p.u AND wi.j = p.j AND wi.i = p.i
        LEFT JOIN w wj ON wj.cleaning = p.cleaning AND wj.u = p.u AND wj.j = p.i AND wj.i = p.j
        LEFT JOIN b ON b.cleaning = p.cleaning AND b.u = p.u AND b.i = p.i AND b.j = p.j),
      covariances AS (
        SELECT cleaning, u, i, j, CASE WHEN n > 1 THEN (p - si * sj / n) / (n - 1) END AS c
        FROM pairs)
      """;

  private static final String CHANGED = "NOT (kept AND on_scale)";

  Step step() {
    List<String> statements = new ArrayList<>(sumsOfProducts());
    statements.add("COPY (%s) TO '%s/reliability.parquet'".formatted(alphas(), out));
    return new Step("alpha (pairwise)", statements);
  }

  /** What {@link #COVARIANCES} are made of. */
  List<String> sumsOfProducts() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE item_sums (src VARCHAR, g INTEGER, n BIGINT, s DOUBLE[], p DOUBLE[])");
    statements.add("CREATE TABLE gaps (src VARCHAR, g INTEGER, j INTEGER, m BIGINT, s DOUBLE[])");
    statements.add(
        "CREATE TABLE both_gaps (src VARCHAR, g INTEGER, i INTEGER, j INTEGER, c BIGINT)");
    statements.addAll(moments("raw", "raw", "true"));
    statements.addAll(moments("raw of changed", "raw", CHANGED));
    statements.addAll(moments("clean of changed", "clean", CHANGED + " AND kept"));
    statements.add(
        """
        CREATE TABLE sources AS SELECT * FROM (VALUES
          ('raw', 'raw', 1), ('clean', 'raw', 1), ('clean', 'raw of changed', -1),
          ('clean', 'clean of changed', 1)) t(cleaning, src, sign)
        """);
    statements.add(
        """
        CREATE TABLE above AS
        SELECT DISTINCT network AS g, network AS u FROM tree
        UNION ALL SELECT DISTINCT network, diresa FROM tree
        UNION ALL SELECT DISTINCT network, nation FROM tree
        """);
    statements.add("CREATE TABLE scale_items AS " + scaleItems());
    return statements;
  }

  /** Sums of the answers of some respondents, by network. */
  private List<String> moments(String source, String cleaning, String where) {
    List<String> answers = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      InstrumentColumns.Item item = instrument.items().get(i);
      String answer =
          cleaning.equals("raw")
              ? item.scored()
              : "CASE WHEN %s THEN %s END".formatted(item.onScale(), item.scored());
      answers.add("coalesce(%s, 0)::DOUBLE AS a%d".formatted(answer, i));
      missing.add("CASE WHEN (%s) IS NULL THEN %d END".formatted(answer, i));
    }
    String from =
        "(SELECT network AS g, %s FROM respondents JOIN tree USING (f) WHERE %s)"
            .formatted(String.join(", ", answers), where);
    String gaps =
        "(SELECT network AS g, %s, list_filter([%s], lambda x: x IS NOT NULL) AS gaps FROM respondents JOIN tree USING (f) WHERE %s)"
            .formatted(String.join(", ", answers), String.join(", ", missing), where);
    String sums = each("sum(a%d)");
    return List.of(
        "INSERT INTO item_sums SELECT '%s', g, count(*), [%s], [%s] FROM %s GROUP BY g"
            .formatted(source, sums, products(), from),
        """
        INSERT INTO gaps SELECT '%s', g, j, count(*), [%s]
        FROM (SELECT *, unnest(gaps) AS j FROM %s WHERE len(gaps) > 0) GROUP BY g, j
        """
            .formatted(source, sums, gaps),
        """
        INSERT INTO both_gaps SELECT '%s', g, i, j, count(*)
        FROM (SELECT g, i, unnest(gaps) AS j
              FROM (SELECT g, gaps, unnest(gaps) AS i FROM %s WHERE len(gaps) > 0))
        GROUP BY g, i, j
        """
            .formatted(source, gaps));
  }

  private String each(String format) {
    return IntStream.range(0, instrument.items().size())
        .mapToObj(format::formatted)
        .collect(Collectors.joining(", "));
  }

  /** Of each pair i ≥ j, row by row. */
  private String products() {
    return IntStream.range(0, instrument.items().size())
        .boxed()
        .flatMap(i -> IntStream.rangeClosed(0, i).mapToObj(j -> "sum(a%d * a%d)".formatted(i, j)))
        .collect(Collectors.joining(", "));
  }

  private String scaleItems() {
    List<String> rows = new ArrayList<>();
    for (InstrumentColumns.Scale scale : instrument.scales()) {
      for (InstrumentColumns.Item item : scale.items()) {
        rows.add(
            "SELECT '%s' AS scale, %d AS item, %d AS k"
                .formatted(scale.id(), instrument.items().indexOf(item), scale.items().size()));
      }
    }
    return String.join(" UNION ALL ", rows);
  }

  /** Alpha is k / (k − 1) (1 − Σ variances / Σ covariances of all pairs, both ways round). */
  private static String alphas() {
    return """
        WITH %s,
        scales AS (
          SELECT cleaning, u, a.scale, a.k, count(*) - count(c) AS undefined,
                 sum(c) FILTER (WHERE i = j) AS variances, sum(c) FILTER (WHERE i > j) AS rest
          FROM covariances JOIN scale_items a ON a.item = i
          JOIN scale_items b ON b.item = j AND b.scale = a.scale
          GROUP BY ALL)
        SELECT cleaning, level, unit_id, 'alpha' AS method, scale,
               CASE WHEN undefined = 0 AND k > 1 THEN
                 k / (k - 1.0) * (1 - variances / nullif(variances + 2 * rest, 0)) END AS estimate
        FROM scales JOIN unit_names USING (u)
        """
        .formatted(COVARIANCES);
  }
}
