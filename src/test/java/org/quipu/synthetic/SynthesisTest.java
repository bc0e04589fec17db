package org.quipu.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.ConfigException;

/** Synthetic inputs, read back by DuckDB. */
class SynthesisTest {
  @TempDir Path folder;

  /** Two blocks of each source. */
  private static final Extent TWO_BLOCKS = new Extent(60, 26, 400, 60_000, 12, 7, 0.00001);

  private static final Synthesis.Listener SILENT =
      new Synthesis.Listener() {
        @Override
        public void writing(String source) {}

        @Override
        public void rows(long done, long total) {}
      };

  @Test
  void theBytesDependOnSeedAndNotOnThreads() throws IOException {
    for (OutputFormat format : OutputFormat.values()) {
      TreeMap<String, Integer> one = hashes(TWO_BLOCKS, format, 1);

      assertThat(hashes(TWO_BLOCKS, format, 3)).isEqualTo(one);
      Extent otherSeed = new Extent(60, 26, 400, 60_000, 12, 8, 0.00001);
      TreeMap<String, Integer> other = hashes(otherSeed, format, 3);
      for (String name :
          List.of("facility-indicator." + format.id(), "staff-survey." + format.id())) {
        assertThat(other.get(name)).as(name).isNotEqualTo(one.get(name));
      }
    }
  }

  /** The library lists encodings in an order that differs from one JVM to the next. */
  @Test
  void theBytesDoNotDependOnTheProcess() throws IOException {
    Path parquet = write(TWO_BLOCKS, OutputFormat.PARQUET);
    for (String source : List.of("facility-indicator", "staff-survey")) {
      byte[] file = Files.readAllBytes(parquet.resolve(source + ".parquet"));
      int length =
          ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
      FileMetaData footer =
          Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
      for (RowGroup group : footer.getRow_groups()) {
        assertThat(group.getColumns())
            .allSatisfy(column -> assertThat(column.getMeta_data().getEncodings()).isSorted());
      }
    }
  }

  @Test
  void bothFormatsHoldTheSameRows() throws IOException, SQLException {
    Extent withoutBadRows = new Extent(60, 26, 40, 3_000, 12, 7, 0);
    Path parquet = write(withoutBadRows, OutputFormat.PARQUET);
    Path csv = write(withoutBadRows, OutputFormat.CSV);
    for (String source : List.of("facility-indicator", "staff-survey")) {
      String typed = "SELECT COLUMNS(*)::VARCHAR FROM '%s/%s.parquet'".formatted(parquet, source);
      String text =
          "SELECT * FROM read_csv('%s/%s.csv', all_varchar = true)".formatted(csv, source);

      assertThat(Query.rows("(%s EXCEPT ALL %s) LIMIT 3".formatted(typed, text))).isEmpty();
      assertThat(Query.rows("(%s EXCEPT ALL %s) LIMIT 3".formatted(text, typed))).isEmpty();
    }
    assertThat(
            Query.rows("SELECT count(*) FROM '%s/facility-indicator.parquet'".formatted(parquet)))
        .isEqualTo(List.of(List.of("62400")));
  }

  @Test
  void aTypedFileHasTheTypesThatReadersExpect() throws IOException, SQLException {
    Path written = write(new Extent(3, 2, 2, 5, 2, 1, 0), OutputFormat.PARQUET);

    assertThat(
            Query.rows(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '%s/facility-indicator.parquet')"
                    .formatted(written)))
        .containsExactly(
            List.of("facility_id", "VARCHAR"),
            List.of("period", "VARCHAR"),
            List.of("indicator_id", "VARCHAR"),
            List.of("target", "BIGINT"),
            List.of("achieved", "BIGINT"));
    assertThat(
            Query.rows(
                "SELECT facility_id, period, indicator_id FROM '%s/facility-indicator.parquet' LIMIT 5"
                    .formatted(written)))
        .containsExactly(
            List.of("00000001", "2007-01", "I0001"),
            List.of("00000001", "2007-01", "I0002"),
            List.of("00000001", "2007-02", "I0001"),
            List.of("00000001", "2007-02", "I0002"),
            List.of("00000002", "2007-01", "I0001"));
  }

  @Test
  void dictionariesKeepTheFileSmall() throws IOException, SQLException {
    Path written = write(TWO_BLOCKS, OutputFormat.PARQUET);

    assertThat(
            Query.rows(
                """
                SELECT path_in_schema, count(*) FROM parquet_metadata('%s/facility-indicator.parquet')
                WHERE encodings LIKE '%%DICTIONARY%%' AND path_in_schema LIKE '%%\\_id' ESCAPE '\\'
                GROUP BY ALL ORDER BY ALL
                """
                    .formatted(written)))
        .containsExactly(List.of("facility_id", "2"), List.of("indicator_id", "2"));
  }

  @Test
  void facilitiesMeetTheirGoalsAsTheTruthSays() throws IOException, SQLException {
    Extent extent = new Extent(300, 29, 40, 0, 1, 11, 0.001);
    Path written = write(extent, OutputFormat.PARQUET);
    List<List<String>> judged =
        Query.rows(
            """
            WITH once AS (
              SELECT facility_id, period, indicator_id, any_value(target) AS target,
                     any_value(achieved) AS achieved
              FROM '%1$s/facility-indicator.parquet'
              WHERE period NOT LIKE '%%-13'
              GROUP BY ALL
              HAVING count(DISTINCT coalesce(achieved, -1)) = 1),
            years AS (
              SELECT facility_id, left(period, 4) AS period, indicator_id,
                     sum(target) AS target, sum(achieved) AS achieved
              FROM once GROUP BY ALL),
            facilities AS (
              SELECT period, diresa_id, facility_id,
                     bool_and(CASE better WHEN 'lower' THEN achieved <= target
                                          ELSE achieved >= target END) AS meets
              FROM years
              JOIN read_csv('%1$s/facility-registry.csv', all_varchar = true) USING (facility_id)
              JOIN '%1$s/indicator-catalog.csv' USING (indicator_id)
              WHERE target <> 0 AND achieved IS NOT NULL
              GROUP BY ALL)
            SELECT period, diresa_id, count(*), count(*) FILTER (WHERE meets)
            FROM facilities GROUP BY ALL ORDER BY ALL
            """
                .formatted(written));

    List<List<String>> known = new ArrayList<>();
    for (JsonNode entry : truth(written).get("facilities_meeting_all_goals")) {
      if (entry.get("level").asText().equals("diresa")
          && entry.get("population").asText().equals("all")) {
        known.add(
            List.of(
                entry.get("period").asText(),
                entry.get("unit_id").asText(),
                entry.get("facilities").asText(),
                entry.get("meeting").asText()));
      }
    }
    assertThat(judged).hasSize(3 * 25).isEqualTo(known);
    assertThat(known.stream().map(row -> row.get(3)).distinct().count()).isGreaterThan(5);
  }

  @Test
  void plantedRowsAreThereAndCounted() throws IOException, SQLException {
    Extent extent = new Extent(50, 13, 100, 20_000, 10, 3, 0.0005);
    Path written = write(extent, OutputFormat.CSV);
    JsonNode planted = truth(written).get("facility_indicator").get("planted");
    String rows = "read_csv('%s/facility-indicator.csv', all_varchar = true)".formatted(written);

    assertThat(count(rows, "facility_id LIKE '9%'"))
        .isEqualTo(planted.get("unknown_facility").asLong());
    assertThat(count(rows, "facility_id IS NULL")).isEqualTo(planted.get("missing_key").asLong());
    assertThat(count(rows, "period LIKE '%-13'")).isEqualTo(planted.get("invalid_period").asLong());
    assertThat(count(rows, "achieved = 'ver oficio'"))
        .isEqualTo(planted.get("text_in_number").asLong());
    assertThat(count(rows, "achieved IS NULL")).isEqualTo(planted.get("missing_value").asLong());
    String groups =
        """
        (SELECT count(*) AS n, count(DISTINCT achieved) AS different FROM %s
         WHERE facility_id NOT LIKE '9%%' AND period NOT LIKE '%%-13'
           AND achieved IS DISTINCT FROM 'ver oficio'
         GROUP BY facility_id, period, indicator_id)
        """
            .formatted(rows);
    assertThat(count(groups, "n = 2 AND different = 1"))
        .isEqualTo(planted.get("equal_duplicate").asLong())
        .isEqualTo(33);
    assertThat(count(groups, "n = 2 AND different = 2"))
        .isEqualTo(planted.get("contradicting_duplicate").asLong());
    assertThat(count(rows, "true"))
        .isEqualTo(truth(written).get("facility_indicator").get("rows").asLong());

    JsonNode staff = truth(written).get("staff_survey").get("planted");
    String survey = "read_csv('%s/staff-survey.csv', all_varchar = true)".formatted(written);
    assertThat(count(survey, "item_01 = 'cinco'")).isEqualTo(staff.get("text_in_number").asLong());
    assertThat(
            count(
                "(UNPIVOT (SELECT COLUMNS('item_.*') FROM %s WHERE item_01 IS DISTINCT FROM 'cinco') ON *)"
                    .formatted(survey),
                "value::INT NOT BETWEEN 1 AND 5"))
        .isEqualTo(staff.get("out_of_scale").asLong())
        .isEqualTo(10);
  }

  @Test
  void withoutRespondentsThereIsNoSurvey() throws IOException {
    Path written = write(new Extent(2, 1, 1, 0, 39, 1, 0), OutputFormat.CSV);

    assertThat(written.resolve("staff-survey.csv")).doesNotExist();
    assertThat(Files.readString(written.resolve(Synthesis.JOB)))
        .contains("studies = [facility-performance]")
        .doesNotContain("instrument");
  }

  @Test
  void aSizeOutsideItsBoundsIsRefusedInBothLanguages() {
    assertThatThrownBy(() -> new Extent(0, 1, 1, 0, 1, 1, 0))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--facilities 0 is not allowed: a number from 1 to 1000000.");
    assertThatThrownBy(() -> new Extent(1, 1, 1, 0, 1, 1, Double.NaN))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--bad-rate NaN");
  }

  private static long count(String rows, String where) throws SQLException {
    return Long.parseLong(
        Query.rows("SELECT count(*) FROM %s WHERE %s".formatted(rows, where)).get(0).get(0));
  }

  private static JsonNode truth(Path written) throws IOException {
    return new ObjectMapper().readTree(written.resolve(Synthesis.TRUTH).toFile());
  }

  private Path write(Extent extent, OutputFormat format) throws IOException {
    Path out = Files.createTempDirectory(folder, format.id());
    new Synthesis(extent, format, 2).write(out, SILENT);
    return out;
  }

  private TreeMap<String, Integer> hashes(Extent extent, OutputFormat format, int threads)
      throws IOException {
    Path out = Files.createTempDirectory(folder, "hashed");
    List<Synthesis.Written> written = new Synthesis(extent, format, threads).write(out, SILENT);
    TreeMap<String, Integer> hashes = new TreeMap<>();
    for (Synthesis.Written file : written) {
      byte[] bytes = Files.readAllBytes(file.file());
      hashes.put(file.file().getFileName().toString(), Arrays.hashCode(bytes));
    }
    byte[] truth = Files.readAllBytes(out.resolve(Synthesis.TRUTH));
    hashes.put(Synthesis.TRUTH, Arrays.hashCode(truth));
    return hashes;
  }
}
