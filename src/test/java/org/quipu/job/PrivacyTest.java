package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.Row;

/** Persons leave no trace in tables, store, logs and messages. */
class PrivacyTest {
  private static final String KEY = "a key that nobody guesses";

  /** Everything of persons that the files below hold. */
  private static final List<String> PLANTED =
      List.of(
          "Quispe",
          "Huamán",
          "912345670",
          "44556677",
          "PERSONA",
          "quispe@correo.pe",
          "confidencia");

  @TempDir Path folder;

  private static List<String> survey() {
    return List.of(
        "respondent_id,Nombre y Apellido,Teléfono,DNI,e-mail,comentario,experience_years,a,b",
        "PERSONA-1,Rosa Quispe,912345670,44556677,quispe@correo.pe,confidencia,3,1,2",
        // The same respondent twice, with other answers; and twice with the same.
        "PERSONA-2,Rosa Quispe,912345670,44556677,quispe@correo.pe,confidencia,3,1,2",
        "PERSONA-2,Rosa Quispe,912345670,44556677,quispe@correo.pe,confidencia,3,5,5",
        "PERSONA-3,Luis Huamán,912345670,44556677,quispe@correo.pe,confidencia,3,4,4",
        "PERSONA-3,Luis Huamán,912345670,44556677,quispe@correo.pe,confidencia,3,4,4",
        // An answer that is no number; a row out of step; a quote that never closes.
        "PERSONA-4,Luis Huamán,912345670,44556677,quispe@correo.pe,confidencia,3,mucho,4",
        "PERSONA-5,Quispe, Rosa,912345670,44556677,quispe@correo.pe,confidencia,3,4,4",
        "PERSONA-6,Luis Huamán,912345670,44556677,quispe@correo.pe,\"confidencia,3,4,4");
  }

  private RunOfSample run(String name) throws IOException {
    return RunOfSample.in(Files.createDirectories(folder.resolve(name)))
        .writing("instrument", List.of("item_id,dimension_id,min,max", "a,d,1,5", "b,d,1,5"))
        .writing("staff-survey", survey())
        .with("sources.facility-registry=null", "sources.published-figures=null");
  }

  private static void assertNoTrace(RunOfSample run) throws IOException {
    for (String name : run.version().tables()) {
      for (Row row : run.table(name)) {
        assertThat(row.values().toString()).doesNotContain(PLANTED).doesNotContain(KEY);
      }
    }
    assertThat(run.out() + run.err()).doesNotContain(PLANTED).doesNotContain(KEY);
    try (Stream<Path> files = Files.walk(Path.of(run.warehouse()))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
          String text = new String(Files.readAllBytes(file), charset);
          assertThat(PLANTED.stream().filter(text::contains)).as(file.toString()).isEmpty();
          assertThat(text.contains(KEY)).as(file.toString()).isFalse();
        }
      }
    }
  }

  private static String pseudonym(String id) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return "r:" + HexFormat.of().formatHex(digest).substring(0, 24);
  }

  @Test
  void withAKeyRespondentsArePseudonyms() throws Exception {
    Path key = Files.writeString(folder.resolve("key.txt"), KEY + "\n");
    RunOfSample run = run("keyed").with("privacy.key-file=" + key);
    assertThat(run.run("staff-governance")).isZero();
    assertNoTrace(run);
    Row typed = run.row("quarantine", "rule", "a_type");
    assertThat(typed.text("raw"))
        .isEqualTo(pseudonym("PERSONA-4") + ",***,***,***,***,***,3,mucho,4");
    assertThat(run.table("quarantine", "rule", "duplicate_contradicting"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.text("raw")).startsWith(pseudonym("PERSONA-2") + ",***,");
              assertThat(row.text("reason_es")).contains(pseudonym("PERSONA-2"));
            });
    assertThat(run.row("quarantine", "rule", "row_shape").text("raw"))
        .isEqualTo("***,***,***,***,***,***,***,3,4,4");
    assertThat(run.row("check", "check_id", "staff_survey_pseudonym_key").value("failing"))
        .isEqualTo(0L);
    assertCounted(run);
  }

  @Test
  void withoutAKeyNothingIsShownAndRunsAgree() throws Exception {
    RunOfSample first = run("first");
    RunOfSample second = run("second");
    assertThat(first.run("staff-governance")).isZero();
    assertThat(second.run("staff-governance")).isZero();
    assertNoTrace(first);
    assertThat(first.run("staff-governance")).isZero();
    assertThat(first.table("quarantine"))
        .extracting(row -> row.text("raw"))
        .contains("***,***,***,***,***,***,3,mucho,4");
    for (String table : List.of("quarantine", "check", "descriptive")) {
      assertThat(texts(first.table(table)))
          .isEqualTo(texts(second.table(table)).replace("/second/", "/first/"));
    }
    assertThat(first.row("check", "check_id", "staff_survey_pseudonym_key").text("status"))
        .isEqualTo("passed_with_failing_rows");
    assertCounted(first);
  }

  /** Of eight rows two stand, one is a duplicate, and five are in quarantine. */
  private static void assertCounted(RunOfSample run) {
    Row input = run.row("input", "source", "staff-survey");
    assertThat(
            List.of(input.value("rows_read"), input.value("accepted"), input.value("duplicates")))
        .isEqualTo(List.of(8L, 2L, 1L));
  }

  private static String texts(List<Row> rows) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.values().toString()));
    return String.join("\n", texts);
  }

  @Test
  void aDirectorsNameIsNotKeptOfARegistry() throws Exception {
    RunOfSample run =
        RunOfSample.in(folder)
            .changing(
                "facility-registry",
                lines -> {
                  List<String> changed = new ArrayList<>();
                  for (String line : lines) {
                    changed.add(line + (changed.isEmpty() ? ",Director Médico" : ",Rosa Quispe"));
                  }
                  changed.set(5, changed.get(5).replaceFirst(",D\\d+,", ",,"));
                  return changed;
                });
    assertThat(run.run("facility-performance")).isZero();
    assertNoTrace(run);
    assertThat(run.table("quarantine", "source", "facility-registry"))
        .anySatisfy(row -> assertThat(row.text("raw")).endsWith(",***"));
  }

  @Test
  void aSurveyWithoutAHeader() throws Exception {
    RunOfSample run = run("headless").writing("staff-survey", survey().subList(1, 3));
    assertThat(run.run("staff-governance")).isEqualTo(3);
    assertThat(run.err()).contains("'respondent_id' is missing").doesNotContain(PLANTED);
  }

  @Test
  void aKeyFileThatIsNotThere() throws Exception {
    RunOfSample run = run("none").with("privacy.key-file=" + folder + "/none");
    assertThat(run.run("staff-governance")).isEqualTo(2);
    assertThat(run.err()).contains("privacy.key-file", "none: it cannot be read");
  }
}
