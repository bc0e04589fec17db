package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.config.SourceConfig;

/** Tables as people lay them out: titles, headers over two rows, rows pasted together, totals. */
class FieldTablesTest {
  private static final List<String> HEADER =
      List.of("facility_id", "period", "indicator_id", "target", "achieved");

  @TempDir Path folder;

  private ReadFile csv(String text) {
    return ReadFile.of(ReadFile.write(folder, "a.csv", text));
  }

  @Test
  void titlesAboveTheHeaderAreSkippedAndLinesStayThoseOfTheFile() {
    ReadFile read =
        csv(
            "MINISTERIO DE SALUD\r\n\"Metas, y logros\",,,,\r\n\r\nCódigo,Mes,Indicador,Meta,Logro\r\n"
                + "00000105,2007-06,x,1,2\r\n00000106,2007-06,x,3,\r\n");

    assertThat(read.profile().header())
        .containsExactly("Código", "Mes", "Indicador", "Meta", "Logro");
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(5L, 6L);
    assertThat(read.rows().get(0).fields().get(0)).isEqualTo("00000105");
  }

  @Test
  void titlesWithoutTheSeparatorDoNotHideIt() {
    ReadFile read = csv("Reporte de metas, 2007\n\na;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n");

    assertThat(read.profile().separator()).isEqualTo(';');
    assertThat(read.profile().header()).containsExactly("a", "b", "c");
    assertThat(read.rows()).hasSize(2);
  }

  @Test
  void theHeaderIsFoundWhereverTheFileIsCut() {
    StringBuilder text = new StringBuilder("Un título largo de una sola celda\n\nid,n\n");
    for (int i = 0; i < 50; i++) {
      text.append(i).append(",\"x\ny\"\n");
    }
    Path file = ReadFile.write(folder, "a.csv", text.toString());
    SourceConfig source = ReadFile.source("facility-registry", file);
    List<ReadFile.Row> whole = ReadFile.of(source, Long.MAX_VALUE).rows();
    assertThat(whole).hasSize(50);
    for (long bytes : new long[] {1, 10, 40, 100}) {
      assertThat(ReadFile.of(source, bytes).rows()).isEqualTo(whole);
    }
  }

  @Test
  void aHeaderOverTwoRowsIsOne() {
    ReadFile read =
        csv(
            "Establecimiento,Periodo,Avance 2007,,Avance 2008,\n,,Meta,Logro,Meta,Logro\n"
                + "00000105,2007,1,2,3,4\n00000106,2007,1,2,3,4\n");

    assertThat(read.profile().header())
        .containsExactly(
            "Establecimiento",
            "Periodo",
            "Avance 2007 Meta",
            "Avance 2007 Logro",
            "Avance 2008 Meta",
            "Avance 2008 Logro");
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(3L, 4L);
  }

  @Test
  void aFirstRowOfTextsWithAGapIsNoSecondHeader() {
    ReadFile read = csv("id,name,note\na,,x\nb,y,\n");

    assertThat(read.profile().header()).containsExactly("id", "name", "note");
    assertThat(read.rows()).hasSize(2);
  }

  @Test
  void aSecondHeaderIsOneBadRowThatSaysSo() {
    String table = String.join(",", HEADER) + "\n1,2007,x,1,1\n";
    ReadFile read = csv(table + table);

    assertThat(read.rows()).hasSize(3);
    assertThat(read.rows().get(1).defect().en()).contains("repeats the header");
    assertThat(read.rows().get(1).defect().es()).contains("repite el encabezado");
    assertThat(read.rows().get(2).defect()).isNull();
  }

  @Test
  void emptyFieldsBehindTheLastColumnAreNone() {
    ReadFile read = csv("a,b\n1,2,,\n1,2\n1,2,,x\n1,\n");

    assertThat(read.rows()).extracting(row -> row.fields().size()).containsExactly(2, 2, 4, 2);
  }

  @ParameterizedTest
  @CsvSource({"^", "~", "#"})
  void aRareSeparatorIsFound(char separator) {
    assertThat(csv("a,b\n1,2\n".replace(',', separator)).profile().separator())
        .isEqualTo(separator);
  }

  @ParameterizedTest
  @CsvSource({
    "'<html><body><table>', a web page (HTML), una página web (HTML)",
    "'%PDF-1.4 x', a PDF document, un documento PDF",
    "'<?xml version=\"1.0\"?><a/>', an XML document, un documento XML"
  })
  void whatIsNoTableIsCalledByItsName(String text, String en, String es) {
    assertThatThrownBy(() -> csv(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.getMessage()).contains("a.csv is " + en);
              assertThat(e.spanish()).contains("a.csv es " + es);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "28b52ffd24, zstd",
    "425a683131415926535900, bzip2",
    "fd377a585a00, xz",
    "377abcaf271c, 7z",
    "526172211a0701, rar"
  })
  void howAFileIsPackedIsSaid(String hex, String packing) {
    Path file = ReadFile.write(folder, "a.csv.packed", HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> ReadFile.of(file))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.getMessage())
                  .contains("a.csv.packed is packed with " + packing + ", which is not read");
              assertThat(e.spanish()).contains("está comprimido con " + packing);
            });
  }

  @Test
  void aStataFileIsCalledByItsName() {
    assertThatThrownBy(() -> csv("<stata_dta><header><release>118</release>"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.csv is a Stata file, which is not read");
  }

  @ParameterizedTest
  @CsvSource({
    "month, 2007-03-15, 2007-03",
    "month, 15/03/2007, 2007-03",
    "month, 3/2007, 2007-03",
    "month, 2007/3, 2007-03",
    "month, 200703, 2007-03",
    "month, ene-07, 2007-01",
    "month, Setiembre 2007, 2007-09",
    "month, dic. de 2007, 2007-12",
    "month, 15/13/2007, 15/13/2007",
    "month, 200713, 200713",
    "month, ahora, ahora",
    "year, 15/03/2007, 2007",
    "last-month, 2007Q3, 2007-09",
    "last-month, 2007S1, 2007-06",
    "last-month, 2007Q5, 2007Q5",
    "last-month, 200703, 2007-03",
    "comma, '1.234,5', 1234.5",
    "comma, '-0,25', -0.25",
    "comma, '1 234', 1234",
    "comma, '1.5', 1.5",
    "comma, '1,2,3', '1,2,3'",
    "point, '1,234.50', 1234.50",
    "point, '12,34', '12,34'",
    "percent, 85 %, 85",
    "percent, '85,5%', 85.5",
    "percent, 85, 85",
    "08, 2030, 00002030"
  })
  void valuesAreWrittenAnewOrStayAsTheyAre(String format, String text, String anew) {
    Path file = ReadFile.write(folder, "a.csv", "x;y\n\"" + text + "\";z\n");
    SourceConfig source =
        new SourceConfig(
            "facility-registry",
            List.of(file.toString()),
            "auto",
            "canonical",
            "auto",
            "auto",
            List.of(),
            Map.of("facility_id", "{x:" + format + "}"));
    ReadFile read = ReadFile.of(source, Long.MAX_VALUE);

    int at = read.profile().header().indexOf("facility_id");
    assertThat(read.rows().get(0).fields().get(at)).isEqualTo(anew);
    assertThat(read.profile().header()).contains("y");
    assertThat(read.rows().get(0).raw()).contains(text);
  }
}
