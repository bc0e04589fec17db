package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int doctor(String language, String... files) {
    String[] args = new String[files.length + 3];
    args[0] = "doctor";
    args[1] = "--lang";
    args[2] = language;
    System.arraycopy(files, 0, args, 3, files.length);
    return Quipu.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "facility-registry", "indicator-catalog", "practice-codebook", "instrument",
    "facility-indicator", "staff-survey", "management-survey", "goal-attainment",
    "context-indicator", "published-figures"
  })
  void eachSourceIsFoundByItsColumns(String source) {
    assertThat(doctor("en", "data-samples/" + source + ".csv")).isZero();
    assertThat(said())
        .contains("Looks like: " + source + " (")
        .contains("sources." + source + " {");
  }

  @ParameterizedTest
  @CsvSource({
    "renipress/IPRESS.csv, facility-registry, renipress",
    "susalud-production/ConsultaC1_2007_v02.csv, facility-indicator, susalud-production",
    "kobo/management-survey.csv, management-survey, kobo",
    "kobo/staff-survey.csv, staff-survey, kobo",
    "odk/management-survey.csv, management-survey, odk",
    "odk/staff-survey.csv, staff-survey, odk",
    "redcap/management-survey.csv, management-survey, redcap",
    "redcap/staff-survey.csv, staff-survey, redcap",
    "limesurvey/management-survey.csv, management-survey, limesurvey",
    "limesurvey/staff-survey.csv, staff-survey, limesurvey",
    "dhis2/data-values.json, facility-indicator, dhis2"
  })
  void eachDialectIsFoundByItsHeader(String file, String source, String dialect) {
    assertThat(doctor("es", "data-samples/formats/" + file)).isZero();
    assertThat(said())
        .contains("Parece: " + source + " en el dialecto " + dialect + " (")
        .contains("dialect = " + dialect)
        .doesNotContainIgnoringCase("persona uno");
  }

  @Test
  void aFileThatIsNotThereIsNamedAlone() throws IOException {
    Path none = folder.resolve("nofile");
    assertThat(doctor("en", none.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(err()).isEqualTo("quipu: " + none + " does not exist.\n");

    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(doctor("es", empty.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(err()).endsWith("quipu: " + empty + " no contiene ningún archivo.\n");
  }

  @Test
  void unknownNamesAreMappedAndBadRowsShown() {
    Path file =
        write(
            "metas.csv",
            "Código Único;Mes;Indicador;Meta;Ejecutado\n00000105;2007-03;cred;10;7\n"
                + "00000105;2007-04;cred;10;S/I\n00000111;2007-13;cred;\"1,5\";8\n");

    assertThat(doctor("en", file.toString())).isZero();
    assertThat(said())
        .contains("separator ';'")
        .contains("Looks like: facility-indicator")
        .contains("<- Código Único")
        .contains("S/I (1)")
        .contains("3 read, 2 good, 1 to quarantine")
        .contains("line 4: Column period holds '2007-13'")
        .contains("missing = [\"S/I\"]")
        .contains("achieved = \"Ejecutado\"");
  }

  @Test
  void aFileThatCannotBeReadDoesNotHideTheOthers() {
    Path empty = write("leer.csv", "");
    assertThat(doctor("es", empty.toString(), "data-samples/instrument.csv")).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("el archivo está vacío");
    assertThat(said()).contains("Parece: instrument");
  }

  @Test
  void noFileOfAFolderHidesTheOthersWhateverItIs() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("in"));
    Files.write(inside.resolve("a.csv"), new byte[] {'P', 0, 1, 2, 3, '\n', 0, (byte) 0xff});
    Files.writeString(inside.resolve("b.xlsx"), "PK no workbook");
    Files.writeString(
        inside.resolve("c.csv"),
        "facility_id,period,indicator_id,Programado {x:y},achieved\n00002030,2007,a,1,2\n");
    Files.writeString(inside.resolve("d.csv"), "facility_id,diresa_id,staff\n00002030,D1,3\n");
    assertThat(doctor("en", inside.toString(), "none.csv", "data-samples/instrument.csv"))
        .isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("in/a.csv, line 1", "in/b.xlsx", "none.csv does not exist")
        .doesNotContain("Exception", "It failed");
    assertThat(said())
        .contains("target = \"Programado {x:y}\"", "1 read, 1 good, 0 to quarantine")
        .contains("in/d.csv", "Looks like: facility-registry", "Looks like: instrument");
  }

  @Test
  void aDialectThatCannotBeIsNoFaultOfAFile() {
    Path file = write("a.csv", "a,b\n1,2\n");
    assertThat(doctor("en", file.toString(), "--set", "dialects.mine.extends=nothing"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("dialects.mine.extends");
  }

  @Test
  void configuredMissingCodesAreNoBadRows() {
    assertThat(doctor("en", "data-samples/facility-indicator.csv")).isZero();
    assertThat(said())
        .contains("23834 read, 23832 good, 2 to quarantine")
        .doesNotContain("line 2502", "missing = ");
    Path file =
        write("a.csv", "facility_id,period,indicator_id,target,achieved\n1,2007,a,s.d.,2\n");
    assertThat(doctor("en", file.toString(), "--set", "missing-codes=[s.d.]")).isZero();
    assertThat(said()).contains("1 read, 1 good, 0 to quarantine");
  }

  @Test
  void answersOfASurveyAreNotCalledGoodWithoutItsInstrument() {
    assertThat(doctor("en", "data-samples/staff-survey.csv", "data-samples/instrument.csv"))
        .isZero();
    assertThat(said()).containsOnlyOnce("Answers: not looked at");
  }

  @Test
  void requiredColumnsThatWereNotFoundAreLinesToFillIn() {
    Path file = write("a.csv", "x,Mes,Indicador,meta,achieved\n00002030,2007-01,a,1,2\n");
    assertThat(doctor("en", file.toString())).isZero();
    assertThat(said())
        .contains(
            "      columns {\n        indicator_id = \"Indicador\"\n        period = \"Mes\"\n"
                + "        target = \"meta\"\n        # facility_id = \"the file's column\"\n"
                + "      }\n    }\n");
    assertThat(doctor("es", file.toString())).isZero();
    assertThat(said()).contains("# facility_id = \"la columna del archivo\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'facility_id;period;indicator_id;target;achieved|00002030;15/03/2007;x;1;2', '{period:month}'",
    "'facility_id;period;indicator_id;target;achieved|00002030;2007;x;1.234,5;2', '{target:comma}'",
    "'facility_id;period;indicator_id;target;achieved|2030;2007;x;1;2|105;2007;x;1;2', '{facility_id:08}'",
    "'codigo unico;anio;mes;indicador;meta;logro|00002030;2007;3;x;1;2', '{anio}-{mes:02}'"
  })
  void valuesThatMustBeWrittenAnewAreProposedSo(String rows, String proposed) {
    Path file = write("a.csv", rows.replace('|', '\n') + "\n");
    assertThat(doctor("en", file.toString())).isZero();
    assertThat(said()).contains("Looks like: facility-indicator (").contains(proposed);
  }

  @Test
  void whatIsToBeKnownOfAFileIsSaid() {
    Path misread = write("a.csv", "InstituciÃ³n,CÃ³digo\nx,y\n");
    Path elements =
        write("b.csv", "dataelement,period,orgunit,value\nfbfJHSPpUQD,200703,00002030,3\n");
    Path points =
        write("c.csv", "facility_id;meta\n00002030;1.234\n00002031;2.345\n00002032;3.456\n");
    Path labelled = write("d.csv", "Record ID,DIRESA,Complete?\n1,x,Complete\n");
    assertThat(
            doctor(
                "en",
                misread.toString(),
                elements.toString(),
                points.toString(),
                labelled.toString(),
                "src/test/resources/excel/sheets.xlsx!Ene",
                "src/test/resources/excel/facilities.xlsx"))
        .isZero();
    assertThat(said())
        .contains("the wrong encoding")
        .contains("unknown elements in dataelement are left out: fbfJHSPpUQD")
        .contains("is 1.234 about one, or a thousand?", "{meta:comma}")
        .contains("An export of REDCap with labels")
        .contains("The header ends on line 4; titles above it are skipped.");
  }
}
