package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.ConfigException;
import org.quipu.config.Language;
import org.quipu.config.SourceConfig;

/** Dialects that users write. */
class OwnDialectsTest {
  @TempDir Path folder;

  private ReadFile read(String source, String dialect, String dialects, String csv) {
    Path file = ReadFile.write(folder, "a.csv", csv);
    return ReadFile.of(
        new SourceConfig(
            source,
            List.of(file.toString()),
            "auto",
            dialect,
            "auto",
            "auto",
            List.of("NA"),
            Map.of(),
            dialects),
        Long.MAX_VALUE);
  }

  @Test
  void answersInWordsStandForNumbersInAllItems() {
    ReadFile read =
        read(
            "staff-survey",
            "words",
            """
            words { staff-survey {
              values { "item_*" { nunca = 1, "casi siempre" = 4 }, role { "1" = technical } }
            } }
            """,
            """
            respondent_id,role,item_01,item_02,other
            r1,1,nunca,casi siempre,nunca
            r2,2,5,NA,x
            """);

    assertThat(read.profile().header())
        .containsExactly("respondent_id", "role", "item_01", "item_02", "other");
    assertThat(read.fields())
        .containsExactly(
            List.of("r1", "technical", "1", "4", "nunca"), List.of("r2", "2", "5", "", "x"));
  }

  @Test
  void accentsAndUpperCaseOfHeadingsDoNotMatter() throws IOException {
    String sample =
        Files.readString(
            Path.of("data-samples/formats/renipress/IPRESS.csv"), Encodings.WINDOWS_1252);
    int end = sample.indexOf('\n');
    String plain =
        Normalizer.normalize(sample.substring(0, end), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(java.util.Locale.ROOT);
    ReadFile written = read("facility-registry", "auto", "", sample);
    ReadFile read = read("facility-registry", "auto", "", plain + sample.substring(end));

    assertThat(read.profile().isMapped()).isTrue();
    assertThat(read.profile().header().subList(0, 14))
        .isEqualTo(written.profile().header().subList(0, 14))
        .contains("network_id", "ubigeo");
    assertThat(read.fields()).isEqualTo(written.fields());
    assertThat(read.rows()).extracting(ReadFile.Row::raw).noneMatch(raw -> raw.contains("PERSONA"));
  }

  @Test
  void columnsArePutTogetherFromPieces() {
    ReadFile read =
        read(
            "facility-indicator",
            "his",
            """
            his {
              facility-indicator {
                columns {
                  facility_id = [COD_2000, Establecimiento]
                  period = "{Fecha:month}"
                  indicator_id = "{Programa}_{Sexo}"
                  target = { constant = "" }
                  achieved = Atendidos
                }
                pad { facility_id = 8 }
                values { indicator_id { CRED_F = well_child_girls } }
                missing-in { achieved = ["sd"] }
                leave-out { Anulado = [si] }
              }
            }
            """,
            """
            establecimiento,Fecha,Programa,Sexo,Atendidos,Anulado
            105,15/03/2007,CRED,F,7,no
            105,2007-04-02,CRED,M,sd,NO
            105,2007-04-02,,M,3,no
            105,2007-05-02,CRED,M,4,SI
            """);

    assertThat(read.profile().header())
        .startsWith("achieved", "facility_id", "indicator_id", "period", "target");
    assertThat(read.rows())
        .extracting(row -> row.fields().subList(0, 5))
        .containsExactly(
            List.of("7", "00000105", "well_child_girls", "2007-03", ""),
            List.of("", "00000105", "CRED_M", "2007-04", ""),
            List.of("3", "00000105", "", "2007-04", ""),
            List.of("", "", "", "", ""));
    assertThat(read.rows())
        .extracting(ReadFile.Row::inScope)
        .containsExactly(true, true, true, false);
  }

  @Test
  void aBuiltInDialectCanBeExtended() {
    String csv = "dataelement,period,orgunit,value\nabc,2007,ou1,5\ndef,2007,ou1,4\n";
    String elements =
        """
        facility-indicator {
          values { facility_id { ou1 = "00000105" } }
          pivot { elements {
            abc = { indicator_id = vaccination, column = target }
            def = { indicator_id = vaccination, column = achieved }
          } }
        }
        """;
    for (String dialects :
        List.of("dhis2 {" + elements + "}", "mine { extends = dhis2," + elements + "}")) {
      ReadFile read =
          read("facility-indicator", dialects.startsWith("mine") ? "mine" : "dhis2", dialects, csv);
      int target = read.profile().header().indexOf("target");
      assertThat(read.rows()).hasSize(1);
      assertThat(read.rows().get(0).fields())
          .containsExactlyInAnyOrder("00000105", "2007", "vaccination", "5", "4");
      assertThat(read.rows().get(0).fields().get(target)).isEqualTo("5");
    }
  }

  @Test
  void optionsThatAreListedAreZeroWhereNobodyChoseThem() {
    ReadFile read =
        read(
            "management-survey",
            "odk",
            "odk { management-survey { joined { known { Q01 = [A, B, Z] } } } }",
            "diresa_id,Q01,KEY\nD1,A,k1\nD2,,k2\n");

    assertThat(read.fields())
        .containsExactly(
            List.of("D1", "Q01", "A", "1"),
            List.of("D1", "Q01", "B", "0"),
            List.of("D1", "Q01", "Z", "0"),
            List.of("D2", "Q01", "A", ""),
            List.of("D2", "Q01", "B", ""),
            List.of("D2", "Q01", "Z", ""));
  }

  @Test
  void whatIsWrongInADialectIsNamed() {
    assertThatThrownBy(() -> read("staff-survey", "cobo", "{}", "a\n1\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sources.staff-survey.dialect = cobo is not known; use one of:")
        .hasMessageContaining("kobo");
    assertThatThrownBy(() -> read("instrument", "kobo", "{}", "a\n1\n"))
        .hasMessageContaining("does not map onto instrument but onto: management-survey");
    assertThatThrownBy(
            () -> read("staff-survey", "x", "x { staff-survey { colums { a = b } } }", "a\n1\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("dialects.x.staff-survey.colums is not known; known here: columns")
        .satisfies(
            e -> assertThat(((ConfigException) e).message(Language.ES)).contains("no se conoce"));
    assertThatThrownBy(
            () ->
                read(
                    "staff-survey",
                    "x",
                    "x { staff-survey { columns { respondent_id = \"{a:03d}\" } } }",
                    "a\n1\n"))
        .hasMessageContaining("holds the format '03d'");
  }

  @Test
  void aRowOfTheWrongWidthIsABadRow() {
    ReadFile read =
        read("staff-survey", "redcap", "{}", "record_id,item_01,x_complete\n1,5,2\n2,5\n");

    assertThat(read.rows().get(0).defect()).isNull();
    assertThat(read.rows().get(1).defect().es())
        .isEqualTo("La fila tiene 2 campos; el encabezado tiene 3.");
  }

  @Test
  void aDialectMayGiveAnySource() {
    for (SourceContract contract : SourceContract.ALL) {
      String block = "x { " + contract.name() + " { columns { a = b } } }";
      assertThat(read(contract.name(), "x", block, "b,c\n1,2\n").profile().header())
          .as(contract.name())
          .containsExactly("a", "c");
    }
  }

  @Test
  void leadingZerosAreGivenToNumbersAndNotToNothing() {
    ReadFile read =
        read(
            "facility-registry",
            "x",
            "x { facility-registry { columns { facility_id = a, ubigeo = { constant = \"\" } },"
                + " pad { facility_id = 4, ubigeo = 6 } } }",
            "a\n7\nNA\nx7\n12345\n");

    assertThat(read.fields())
        .containsExactly(
            List.of("0007", ""), List.of("", ""), List.of("x7", ""), List.of("12345", ""));
  }
}
