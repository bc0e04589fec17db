package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.spark.SqlSession;
import org.quipu.table.RowOf;
import org.quipu.table.Staging;
import org.quipu.table.Warehouse;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.ExclusionRow;
import org.quipu.table.row.UnitPerformanceRow;

/** {@code tables}, {@code show}, {@code sql} and {@code path} as a user meets them. */
class TableVerbsTest {

  @TempDir Path folder;
  private Path warehouse;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void publishAVersion() throws IOException {
    warehouse = folder.resolve("w");
    List<UnitPerformanceRow> units = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      String unit = "D%02d".formatted(i);
      units.add(
          new UnitPerformanceRow(
              "2007", "diresa", unit, "all", 3 * i, i, i == 7 ? null : 100 / 3.0));
    }
    try (Staging staging = Warehouse.at(warehouse.toString()).begin("marzo")) {
      staging.write(UnitPerformanceRow.class, units);
      staging.write(
          ExclusionRow.class,
          List.of(
              new ExclusionRow(
                  "s", "a", 3, "Menos de un año, \"corto\"", "Less than a year\nshort"),
              new ExclusionRow("s", "b", 4, "", null)));
      staging.write(
          DescriptiveRow.class, List.of(described("social", 12.66), described("economic", 18.16)));
      staging.commit();
    }
  }

  @Test
  void tablesListsWhatTheVersionHolds() {
    assertThat(quipu("tables")).isZero();

    assertThat(out())
        .containsSubsequence(
            "unit_performance         30  Share of facilities that meet their goals",
            "descriptive               2  Items and dimensions described",
            "exclusion                 2  Respondents left out by each inclusion rule",
            "Version 000001-marzo in " + warehouse);
    assertThat(err()).isEmpty();
  }

  @Test
  void anAnswerThatIsNotWrittenIsAFailure() {
    String[] question = {"show", "unit_performance", "--warehouse", warehouse.toString()};

    assertThat(Quipu.answer(refusing("No space left on device"), print(err), question))
        .isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "quipu: Not all of the answer was written to standard output: No space left on device\n");
    err.reset();
    // head has seen enough.
    assertThat(Quipu.answer(refusing("Broken pipe"), print(err), question)).isZero();
    assertThat(Quipu.answer(out, print(err), question)).isZero();
    assertThat(out()).contains("Rows shown: 20 of 30");
    assertThat(err()).isEmpty();
  }

  @Test
  void numbersHaveTheSameDigitsInEveryCountry() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
    try {
      Quipu.answer(
          out, print(err), "show", "unit_performance", "--warehouse", warehouse.toString());
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
    assertThat(out()).contains("Rows shown: 20 of 30");
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** A file on a disk that is full after some bytes, or a pipe that somebody closed. */
  private static OutputStream refusing(String why) {
    return new OutputStream() {
      private int written;

      @Override
      public void write(int value) throws IOException {
        if (++written > 100) {
          throw new IOException(why);
        }
      }
    };
  }

  @Test
  void tablesSpeaksSpanish() {
    assertThat(quipu("tables", "--lang", "es")).isZero();

    assertThat(out())
        .contains("Encuestados excluidos por cada criterio de inclusión")
        .contains("Versión 000001-marzo en ");
  }

  @Test
  void pathPrintsNothingButThePath() {
    assertThat(quipu("path", "unit_performance")).isZero();
    assertThat(out()).isEqualTo(warehouse + "/versions/000001-marzo/unit_performance.parquet\n");
    assertThat(Path.of(out().strip())).isRegularFile();
    out.reset();

    assertThat(quipu("path")).isZero();
    assertThat(out()).isEqualTo(warehouse + "/versions/000001-marzo\n");
  }

  @Test
  void showAlignsTheFirstRows() {
    assertThat(quipu("show", "unit_performance")).isZero();

    assertThat(out().lines().limit(4))
        .containsExactly(
            "period  level   unit_id  population  facilities  meeting  percent",
            "──────  ──────  ───────  ──────────  ──────────  ───────  ───────",
            "2007    diresa  D01      all                  3        1  33.3333",
            "2007    diresa  D02      all                  6        2  33.3333");
    assertThat(out()).contains("D20").doesNotContain("D21");
    assertThat(out()).endsWith("\nRows shown: 20 of 30; more with --limit N\n");
  }

  @Test
  void sqlAsksTheTables() throws IOException {
    String query =
        "SELECT d.variable, max(u.facilities) most, min(u.percent) percent, count(u.percent) n,"
            + " CAST(1.5 AS DECIMAL(9,2)) amount, DATE '2007-03-01' day, TIMESTAMP '2007-03-01 10:00:00' at"
            + " FROM unit_performance u CROSS JOIN Descriptive d GROUP BY 1 ORDER BY 1 DESC";
    assertThat(quipu("sql", query, "--format", "csv")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            variable,most,percent,n,amount,day,at
            social,90,33.333333333333336,29,1.50,2007-03-01,2007-03-01T10:00:00Z
            economic,90,33.333333333333336,29,1.50,2007-03-01,2007-03-01T10:00:00Z
            """);
    out.reset();

    assertThat(quipu("sql", "SELECT unit_id, meeting FROM unit_performance ORDER BY meeting"))
        .isZero();
    assertThat(out().lines().limit(3))
        .containsExactly("unit_id  meeting", "───────  ───────", "D01            1");
    assertThat(out()).contains("D20").doesNotContain("D21");
    assertThat(out()).endsWith("\nRows shown: 20; more with --limit N\n");
    out.reset();

    assertThat(quipu("sql", "SELECT unit FROM unit_performance")).isEqualTo(ExitCode.USAGE);
    assertThat(err()).contains("Spark SQL does not understand the query").contains("`unit`");
    assertThat(out()).isEmpty();
  }

  @Test
  void sqlOnlyReads() {
    for (String query :
        List.of(
            "DROP TABLE descriptive",
            "CREATE TABLE a AS SELECT 1",
            "WITH a AS (SELECT 1) INSERT INTO descriptive SELECT * FROM a",
            "FROM descriptive insert OVERWRITE DIRECTORY '/tmp/a' USING parquet SELECT *",
            "FROM descriptive /* ' */ INSERT INTO descriptive SELECT * -- '",
            "")) {
      assertThat(quipu("sql", query)).as(query).isEqualTo(ExitCode.USAGE);
    }
    assertThat(err()).contains("A query begins with SELECT, WITH,").doesNotContain("at org.");
    assertThat(out()).isEmpty();
    SqlSession.check("select 'insert' a, `delete` from x -- update");
  }

  @Test
  void showFindsTheRowsAskedFor() {
    assertThat(
            quipu(
                "show",
                "unit_performance",
                "--where",
                "facilities >= 84 or percent is null",
                "--format",
                "csv"))
        .isZero();

    assertThat(out())
        .isEqualTo(
            """
            run_id,period,level,unit_id,population,facilities,meeting,percent
            marzo,2007,diresa,D07,all,21,7,
            marzo,2007,diresa,D28,all,84,28,33.333333333333336
            marzo,2007,diresa,D29,all,87,29,33.333333333333336
            marzo,2007,diresa,D30,all,90,30,33.333333333333336
            """);
    assertThat(err()).isEmpty();
  }

  @Test
  void csvCanBeReadBackWhateverTheText() {
    assertThat(quipu("show", "exclusion", "--format", "csv")).isZero();

    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(out()).stream().toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getField("reason_es")).isEqualTo("Menos de un año, \"corto\"");
    assertThat(rows.get(0).getField("reason_en")).isEqualTo("Less than a year\nshort");
    assertThat(out()).endsWith("marzo,s,b,4,\"\",\n");
  }

  @Test
  void jsonCanBeReadBackWhateverTheText() throws IOException {
    assertThat(quipu("show", "exclusion", "--format", "json")).isZero();

    JsonNode rows = new ObjectMapper().readTree(out());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("reason_en").textValue()).isEqualTo("Less than a year\nshort");
    assertThat(rows.get(1).get("respondents").longValue()).isEqualTo(4);
    assertThat(rows.get(1).get("reason_es").textValue()).isEmpty();
    assertThat(rows.get(1).get("reason_en").isNull()).isTrue();
    out.reset();

    assertThat(quipu("show", "exclusion", "--format", "json", "--where", "rule = 'c'")).isZero();
    assertThat(out()).isEqualTo("[]\n");
  }

  @Test
  void formatsForMachinesHoldAllRows() {
    quipu("show", "unit_performance", "--format", "csv");
    assertThat(out().lines()).hasSize(31);
    out.reset();

    quipu("show", "unit_performance", "--format", "csv", "--limit", "2");
    assertThat(out().lines()).hasSize(3);
  }

  @Test
  void showPutsWhatAllRowsShareAboveRowsWiderThanAScreen() {
    assertThat(quipu("show", "descriptive")).isZero();

    assertThat(out())
        .startsWith("study         staff-governance\n")
        .contains("\n\nvariable   mean\n");
    assertThat(out().lines()).allMatch(line -> line.length() <= AlignedRows.SCREEN);
    assertThat(out()).contains("economic  18.16\n", "social    12.66\n", "\nRows shown: 2 of 2\n");
  }

  @Test
  void showStandsOneWideRowUpright() {
    assertThat(quipu("show", "descriptive", "--where", "variable = 'social'")).isZero();

    assertThat(out()).contains("\nvariable      social\n", "\nmean          12.66\n");
    assertThat(out()).endsWith("\nRows shown: 1 of 2\n");
  }

  @Test
  void anUnknownTableNamesTheNearest() {
    assertThat(quipu("show", "unit_perfomance")).isEqualTo(ExitCode.USAGE);
    assertThat(err())
        .isEqualTo(
            "quipu: Unknown table 'unit_perfomance'; did you mean 'unit_performance'?"
                + " Known: unit_performance, descriptive, exclusion\n");
    assertThat(out()).isEmpty();
    err.reset();

    assertThat(quipu("path", "posthoc")).isEqualTo(ExitCode.USAGE);
    assertThat(err())
        .contains("Version 000001-marzo has no table 'posthoc', which staff-governance makes");
  }

  @Test
  void aDamagedTableIsNamedAndTheOthersAreListed() throws IOException {
    Path table = warehouse.resolve("versions/000001-marzo/exclusion.parquet");
    byte[] whole = Files.readAllBytes(table);
    byte[] thrift = whole.clone();
    // The footer's bytes stand before its length and the magic word.
    Arrays.fill(thrift, thrift.length - 300, thrift.length - 8, (byte) 0xff);
    String sentence = "Table exclusion is damaged: " + table + ". jobs/quipu run makes it anew\n";
    for (byte[] damaged :
        List.of(new byte[0], "nonsense".getBytes(StandardCharsets.UTF_8), thrift)) {
      Files.write(table, damaged);
      for (List<String> verb :
          List.of(List.of("show", "exclusion"), List.of("sql", "SELECT * FROM exclusion"))) {
        err.reset();
        assertThat(quipu(verb.toArray(String[]::new))).isEqualTo(ExitCode.FAILED);
        assertThat(err()).isEqualTo("quipu: " + sentence);
      }
      out.reset();
      err.reset();
      assertThat(quipu("tables")).isEqualTo(ExitCode.FAILED);
      assertThat(out())
          .containsSubsequence(
              "unit_performance         30  Share of facilities",
              "descriptive               2  Items",
              "exclusion                 –  damaged",
              "Version 000001-marzo in ");
      assertThat(err()).isEqualTo("quipu: " + sentence);
    }

    byte[] page = whole.clone();
    page[whole.length / 4] ^= 1;
    Files.write(table, page);
    err.reset();
    assertThat(quipu("show", "exclusion", "--lang", "es")).isEqualTo(ExitCode.FAILED);
    assertThat(err())
        .isEqualTo(
            "quipu: La tabla exclusion está dañada: %s. jobs/quipu run la vuelve a producir\n"
                .formatted(table));
  }

  @Test
  void aFilterThatIsNoneSaysWhere() {
    assertThat(quipu("show", "unit_performance", "--where", "unitid = 'D01'"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err()).contains("Unknown column 'unitid'; did you mean 'unit_id'?");
    err.reset();

    assertThat(quipu("show", "unit_performance", "--lang", "es", "--where", "unit_id = D01"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err()).contains("En el carácter 11 del filtro: se esperaba un valor");
    assertThat(out()).isEmpty();
  }

  @Test
  void aLimitIsANumberOfRows() {
    assertThat(quipu("show", "unit_performance", "--limit", "-1")).isEqualTo(ExitCode.USAGE);
    assertThat(err()).contains("--limit is -1; allowed is 0 or more");
    assertThat(quipu("show", "unit_performance", "--limit", "many")).isEqualTo(ExitCode.USAGE);
    assertThat(quipu("show", "unit_performance", "--format", "xml")).isEqualTo(ExitCode.USAGE);
    assertThat(out()).isEmpty();
  }

  @Test
  void withoutAVersionTheFirstStepIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    for (List<String> verb :
        List.of(List.of("tables"), List.of("show", "run"), List.of("path", "run"))) {
      List<String> arguments = new ArrayList<>(verb);
      arguments.addAll(List.of("--warehouse", empty.toString(), "--lang", "en"));
      err.reset();

      assertThat(run(arguments)).isEqualTo(ExitCode.USAGE);
      assertThat(err())
          .isEqualTo(
              "quipu: There are no tables in " + empty + " yet. Make them first: jobs/quipu run\n");
    }
    assertThat(empty).isEmptyDirectory();
  }

  private static DescriptiveRow described(String variable, double mean) {
    return RowOf.columns(
        DescriptiveRow.class,
        Map.of(
            "study",
            "staff-governance",
            "cleaning",
            "raw",
            "level",
            "national",
            "unit_id",
            "PE",
            "variable",
            variable,
            "n",
            500L,
            "mean",
            mean));
  }

  private int quipu(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--warehouse", warehouse.toString()));
    if (!all.contains("--lang")) {
      all.addAll(List.of("--lang", "en"));
    }
    return run(all);
  }

  private int run(List<String> arguments) {
    return Quipu.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
