package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made by {@code src/test/oracle/excel_files.R}. */
class ExcelFilesTest {
  private static final Path FILE = Path.of("src/test/resources/excel/facilities.xlsx");

  @TempDir Path folder;

  @Test
  void cellsBecomeTheTextsThatTheyShow() {
    ReadFile read = ReadFile.of(FILE);

    assertThat(read.profile().format()).isEqualTo("xlsx");
    assertThat(read.profile().header())
        .containsExactly("codigo", "nombre", "ubigeo", "meta", "logrado", "abierto", "activo");
    assertThat(read.fields().get(1))
        .containsExactly("00000105", "C.S. Áncash", "150101", "0.3", "", "1999-12-31", "0");
    assertThat(read.fields().get(2))
        .containsExactly("12345678", "", "070101", "10000000", "0", "", "1");
    assertThat(read.fields().get(3))
        .containsExactly("8", "", "", "", "", "2007-03-15T12:00:00", "");
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(5L, 6L, 7L, 9L);
  }

  @Test
  void aRowWiderThanTheHeaderKeepsItsFields() {
    List<String> first = ReadFile.of(FILE).fields().get(0);

    assertThat(first.subList(0, 7))
        .containsExactly("00002030", "P.S. Ñaña", "010203", "4.52", "3", "2007-03-15", "1");
  }

  @Test
  void aWorkbookThatWasCutOffIsRefusedWithASentence() throws IOException {
    byte[] bytes = Files.readAllBytes(FILE);
    Path cut = ReadFile.write(folder, "a.xlsx", Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> ReadFile.of(cut))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.xlsx");
  }

  @Test
  void anOldWorkbookIsRefusedWithWhatToDo() {
    byte[] ole = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    Path old = ReadFile.write(folder, "a.xls", ole);

    assertThatThrownBy(() -> ReadFile.of(old)).hasMessageContaining("save it as .xlsx");
  }

  @Test
  void sheetsOfOneHeaderAreAllReadAndOthersWhereTheyAreNamed() {
    String book = "src/test/resources/excel/sheets.xlsx";
    List<ReadFile> all = ReadFile.all(ReadFile.source("facility-registry", Path.of(book)), 1);

    assertThat(all)
        .extracting(each -> each.profile().file().name())
        .containsExactly("sheets.xlsx!Ene", "sheets.xlsx!Feb");
    assertThat(all.get(1).fields())
        .containsExactly(List.of("00000105", "Feb", "1"), List.of("00000106", "Feb", "2"));
    assertThat(all.get(1).rows()).extracting(ReadFile.Row::line).containsExactly(4L, 5L);
    // Two sheets of one workbook are two contents.
    assertThat(all.get(0).profile().sha256()).isNotEqualTo(all.get(1).profile().sha256());

    ReadFile named = ReadFile.of(Path.of(book + "!Leyenda"));
    assertThat(named.profile().header()).containsExactly("clave", "texto");
    assertThat(ReadFile.all(ReadFile.source("facility-registry", Path.of(book + "!*e*")), 1))
        .extracting(each -> each.profile().file().name())
        .containsExactly("sheets.xlsx!Ene", "sheets.xlsx!Feb", "sheets.xlsx!Leyenda")
        .hasSize(3);
    assertThatThrownBy(() -> ReadFile.of(Path.of(book + "!Marzo")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sheets.xlsx!Marzo does not exist");
  }
}
