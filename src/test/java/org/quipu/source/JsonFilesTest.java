package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quipu.source.ReadFile.write;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTest {
  @TempDir Path folder;

  @Test
  void eachLineIsARowAndNumbersKeepTheirDigits() {
    ReadFile read =
        ReadFile.of(
            write(
                folder,
                "a.jsonl",
                """
                {"facility_id":"00002030","target":12.50,"where":{"lat":-12.0}}

                {"facility_id":"00002031","achieved":null,"target":1e2,"tags":["a",1.0]}
                """));

    assertThat(read.profile().format()).isEqualTo("jsonl");
    assertThat(read.profile().header())
        .containsExactly("facility_id", "target", "where.lat", "achieved", "tags");
    assertThat(read.fields())
        .containsExactly(
            List.of("00002030", "12.50", "-12.0", "", ""),
            List.of("00002031", "1e2", "", "", "[\"a\",1.0]"));
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(1L, 3L);
    assertThat(read.rows().get(0).raw())
        .isEqualTo("{\"facility_id\":\"00002030\",\"target\":12.50,\"where\":{\"lat\":-12.0}}");
  }

  @Test
  void aLineThatIsNoObjectIsABadRowAndTheOthersAreRead() {
    ReadFile read =
        ReadFile.of(
            write(
                folder,
                "a.jsonl",
                "{\"id\":\"1\"}\n{\"id\":\"2\"\n[3]\n{\"id\":\"4\",\"id\":\"5\"}\n{\"id\":\"6\"} x\n{\"id\":\"7\"}\n"));

    assertThat(read.rows())
        .extracting(row -> row.defect() == null)
        .containsExactly(true, false, false, false, false, true);
    assertThat(read.rows().get(1).raw()).isEqualTo("{\"id\":\"2\"");
    assertThat(read.rows().get(3).defect().en()).contains("Duplicate field 'id'");
  }

  @Test
  void aDocumentWithAListOfObjectsIsReadLikeTheListItself() {
    String list =
        "[{\"dataElement\":\"abc\",\"value\":\"07\"},\n {\"dataElement\":\"def\",\"value\":1.10}]";
    for (String text :
        List.of(list, "{\"period\":\"2007\",\"x\":[1,2],\"dataValues\":" + list + "}")) {
      ReadFile read = ReadFile.of(write(folder, "a.json", text));

      assertThat(read.profile().format()).isEqualTo("json");
      assertThat(read.fields()).containsExactly(List.of("abc", "07"), List.of("def", "1.10"));
      assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(2L, 3L);
      assertThat(read.rows().get(1).raw()).isEqualTo("{\"dataElement\":\"def\",\"value\":1.10}");
    }
  }

  @Test
  void aDocumentThatBreaksOffGivesItsRowsAndOneBadRow() {
    String text = "{\"dataValues\":[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4},{\"a\":5,\"b";
    ReadFile read = ReadFile.of(write(folder, "a.json", text));

    assertThat(read.fields().subList(0, 2)).containsExactly(List.of("1", "2"), List.of("3", "4"));
    assertThat(read.rows()).hasSize(3);
    assertThat(read.rows().get(2).defect().en()).contains("breaks off");
  }

  @Test
  void aFileWithoutObjectsIsRefused() {
    Path file = write(folder, "a.jsonl", "\n");
    assertThatThrownBy(() -> ReadFile.of(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no JSON object");
  }

  @Test
  void linesAreCutIntoPartsAndStayTheSame() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("{\"id\":\"").append(i).append("\",\"note\":\"a,\\\"b,\",\"n\":1}\n");
    }
    var source = ReadFile.source("facility-registry", write(folder, "a.jsonl", text.toString()));

    ReadFile cut = ReadFile.of(source, 1000);
    assertThat(cut.profile().splits()).hasSizeGreaterThan(10);
    assertThat(cut.rows()).hasSize(500).isEqualTo(ReadFile.of(source, Long.MAX_VALUE).rows());
    assertThat(cut.rows().get(499).line()).isEqualTo(500);
  }

  @Test
  void aLineInAnotherEncodingIsABadRow() throws java.io.IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.write(
        "{\"n\":\"Áncash\"}\n{\"n\":\"Junín\"}\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    bytes.write("{\"n\":\"Ñaña\"}\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    bytes.write("{\"n\":\"Perú\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    ReadFile read = ReadFile.of(write(folder, "a.jsonl", bytes.toByteArray()));

    assertThat(read.rows())
        .extracting(row -> row.defect() == null)
        .containsExactly(true, true, false, true);
  }
}
