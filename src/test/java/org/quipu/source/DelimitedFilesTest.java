package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quipu.source.ReadFile.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.config.SourceConfig;

class DelimitedFilesTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  @Test
  void quotedFieldsMayHoldSeparatorsQuotesAndLineEnds() {
    Path file = write(folder, "a.csv", "id,name\n1,\"Red \"\"A\"\", Lima\"\n2,\"two\nlines\"\n3,x");

    ReadFile read = ReadFile.of(file);

    assertThat(read.fields())
        .containsExactly(
            List.of("1", "Red \"A\", Lima"), List.of("2", "two\nlines"), List.of("3", "x"));
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(2L, 3L, 5L);
    assertThat(read.rows().get(0).raw()).isEqualTo("1,\"Red \"\"A\"\", Lima\"");
  }

  @Test
  void lineEndsMayBeMixedAndEmptyLinesAreNoRows() {
    Path file = write(folder, "a.csv", "id,n\r\n1,a\n\n2,b\r3,c\r\n\r\n4,d");

    ReadFile read = ReadFile.of(file);

    assertThat(read.fields())
        .containsExactly(
            List.of("1", "a"), List.of("2", "b"), List.of("3", "c"), List.of("4", "d"));
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(2L, 4L, 5L, 7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name\n1,a\n2,\"b\n3,c\n4,d\n",
        "id,name\n1,a\n2,\"b\n3,\"c\"\n4,d\n",
        "id,name\n1,a\n2,\"b\n3,\"c\"\n4,\"d\"",
        "\"id\",\"name\"\n\"1\",\"a\"\n\"2\",\"b\n\"3\",\"c\"\n\"4\",\"d\"\n"
      })
  void anOpenQuoteCostsTheLineThatOpensItAndNoOther(String text) {
    ReadFile read = ReadFile.of(write(folder, "a.csv", text));

    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(2L, 3L, 4L, 5L);
    ReadFile.Row bad = read.rows().get(1);
    assertThat(bad.defect().en()).contains("not closed");
    assertThat(bad.raw()).contains("b").doesNotContain("c");
    assertThat(read.rows().stream().filter(row -> row.defect() == null).map(ReadFile.Row::fields))
        .containsExactly(List.of("1", "a"), List.of("3", "c"), List.of("4", "d"));
  }

  @Test
  void manyOpenQuotesDoNotCostManySearchesToTheEndOfTheFile() {
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 0; i < 200_000; i++) {
      text.append(i).append(",\"x\"\"\n");
    }

    ReadFile read = ReadFile.of(write(folder, "a.csv", text.toString()));

    assertThat(read.rows()).hasSize(200_000);
    assertThat(read.rows()).allMatch(row -> row.defect() != null);
  }

  @Test
  void nulBytesMarkTheirRow() {
    ReadFile read = ReadFile.of(write(folder, "a.csv", "id,n\n1,a\n2,b\0c\n3,d\n"));

    assertThat(read.rows().get(0).defect()).isNull();
    assertThat(read.rows().get(1).defect().en()).contains("NUL");
    assertThat(read.rows().get(2).defect()).isNull();
  }

  @Test
  void encodingIsFoundFromTheBytes() {
    String text = "id,name\n1,Áncash – Huánuco\n2,Ñuñoa\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            WINDOWS,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      for (String mark : List.of("", "\uFEFF")) {
        if (charset.equals(WINDOWS) && !mark.isEmpty()) {
          continue;
        }
        ReadFile read = ReadFile.of(write(folder, "a.csv", mark + text, charset));
        assertThat(read.profile().header()).as(charset + mark).containsExactly("id", "name");
        assertThat(read.fields())
            .as(charset + mark)
            .containsExactly(List.of("1", "Áncash – Huánuco"), List.of("2", "Ñuñoa"));
        assertThat(read.rows()).allMatch(row -> row.defect() == null);
      }
    }
  }

  @Test
  void rowsOfAnotherEncodingAreMarked() throws IOException {
    var utf8 = new ByteArrayOutputStream();
    utf8.write("id,name\n1,Áncash\n2,Junín\n3,".getBytes(StandardCharsets.UTF_8));
    utf8.write("Huánuco\n4,Lima\n".getBytes(WINDOWS));
    ReadFile mostlyUtf8 = ReadFile.of(write(folder, "u.csv", utf8.toByteArray()));
    assertThat(mostlyUtf8.profile().encoding()).isEqualTo("utf-8");
    assertThat(mostlyUtf8.rows())
        .extracting(row -> row.defect() == null)
        .containsExactly(true, true, false, true);

    var windows = new ByteArrayOutputStream();
    windows.write("id,name\n1,Áncash\n2,Junín\n3,".getBytes(WINDOWS));
    windows.write("Huánuco\n4,Lima\n".getBytes(StandardCharsets.UTF_8));
    ReadFile mostlyWindows = ReadFile.of(write(folder, "w.csv", windows.toByteArray()));
    assertThat(mostlyWindows.profile().encoding()).isEqualTo("windows-1252");
    assertThat(mostlyWindows.rows())
        .extracting(row -> row.defect() == null)
        .containsExactly(true, true, false, true);
  }

  @Test
  void separatorIsTheOneThatHeaderAndRowsAgreeOn() {
    assertThat(ReadFile.of(write(folder, "a.csv", "a;b;c\n1,5;2;3\n")).fields())
        .containsExactly(List.of("1,5", "2", "3"));
    assertThat(ReadFile.of(write(folder, "b.csv", "a\tb\n1\t2\n")).fields())
        .containsExactly(List.of("1", "2"));
    assertThat(ReadFile.of(write(folder, "c.csv", "Name, of it;Code\nx;1\ny;2\n")).fields())
        .containsExactly(List.of("x", "1"), List.of("y", "2"));
  }

  @Test
  void aLineThatNamesTheSeparatorIsNoHeader() {
    ReadFile read = ReadFile.of(write(folder, "a.csv", "\uFEFFsep=;\r\nid;n\r\n1;2,5\r\n"));

    assertThat(read.profile().header()).containsExactly("id", "n");
    assertThat(read.fields()).containsExactly(List.of("1", "2,5"));
    assertThat(read.rows().get(0).line()).isEqualTo(3);
  }

  @Test
  void aFieldOfTenMegabytesIsRead() {
    String large = "x".repeat(10_000_000);
    ReadFile read = ReadFile.of(write(folder, "a.csv", "id,n\n1,\"" + large + "\"\n2,b\n"));

    assertThat(read.rows().get(0).fields().get(1)).hasSize(10_000_000);
    assertThat(read.rows().get(1).fields()).containsExactly("2", "b");
  }

  @Test
  void aRowWithoutEndIsOneBadRow() {
    byte[] bytes = new byte[CsvRecordReader.LONGEST + 100_000];
    Arrays.fill(bytes, (byte) 'x');
    byte[] head = "id,n\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, bytes, 0, head.length);
    byte[] tail = "\n2,b\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);

    ReadFile read = ReadFile.of(write(folder, "a.csv", bytes));

    assertThat(read.rows().get(0).defect().en()).contains("longer than");
    assertThat(read.rows().get(1).fields()).containsExactly("2", "b");
    assertThat(read.rows().get(1).line()).isEqualTo(3);
  }

  @Test
  void aGzipThatWasCutOffGivesItsRowsAndOneBadRowAtTheBreak() throws IOException {
    StringBuilder text = new StringBuilder("id,n\n");
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(',').append(random.nextLong()).append('\n');
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

    ReadFile whole = ReadFile.of(write(folder, "a.csv.gz", packed.toByteArray()));
    ReadFile cut = ReadFile.of(write(folder, "b.csv.gz", half));

    assertThat(whole.rows()).hasSize(20_000).allMatch(row -> row.defect() == null);
    int last = cut.rows().size() - 1;
    assertThat(last).isBetween(5_000, 15_000);
    assertThat(cut.rows().subList(0, last)).isEqualTo(whole.rows().subList(0, last));
    assertThat(cut.rows().get(last).defect().en()).contains("ends early");
    assertThat(cut.rows().get(last).defect().es()).contains("termina antes de tiempo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
  void textOfFourBytesACharacterIsRead(String charset) {
    for (String mark : List.of("", "\ufeff")) {
      String text = mark + "id;name\n1;Ñandú\n2;😀\n";
      ReadFile read = ReadFile.of(write(folder, "a.csv", text, Charset.forName(charset)));
      assertThat(read.profile().encoding()).isEqualTo(charset.toLowerCase(java.util.Locale.ROOT));
      assertThat(read.profile().header()).containsExactly("id", "name");
      assertThat(read.fields()).containsExactly(List.of("1", "Ñandú"), List.of("2", "😀"));
      assertThat(read.rows()).allMatch(row -> row.defect() == null);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] first, byte... second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void allMembersOfAGzipAreReadAlsoBehindZerosAndWithANameEach() throws IOException {
    byte[] a = gzip("id,n\n1,a\n");
    byte[] b = gzip("2,b\n");
    byte[] named = joined(Arrays.copyOf(b, 10), (byte) 2, (byte) 0, (byte) 1, (byte) 2);
    named[3] = 4 | 8;
    named = joined(joined(named, (byte) 'b', (byte) 0), Arrays.copyOfRange(b, 10, b.length));
    for (byte[] file :
        List.of(joined(a, b), joined(joined(a, new byte[70_000]), b), joined(a, named))) {
      ReadFile read = ReadFile.of(write(folder, "a.csv.gz", joined(file, new byte[9])));
      assertThat(read.fields()).containsExactly(List.of("1", "a"), List.of("2", "b"));
    }
  }

  @Test
  void aGzipThatBreaksOffAtALaterMemberIsOneBadRow() throws IOException {
    byte[] a = gzip("id,n\n1,a\n");
    byte[] b = gzip("2,b\n");
    byte[] other = b.clone();
    other[0] = 0x1e;
    byte[] wrongSum = b.clone();
    wrongSum[b.length - 6] ^= 1;
    byte[] wrongLength = b.clone();
    wrongLength[b.length - 1] ^= 1;
    for (int cut = 1; cut < b.length; cut++) {
      assertBreak(joined(a, Arrays.copyOf(b, cut)), "ends early");
    }
    assertBreak(joined(a, other), "what follows is no gzip");
    assertBreak(joined(a, (byte) '\n'), "what follows is no gzip");
    assertBreak(joined(a, "more".getBytes(StandardCharsets.UTF_8)), "what follows is no gzip");
    assertBreak(joined(a, wrongSum), "a checksum does not fit");
    assertBreak(joined(a, wrongLength), "a length does not fit");
  }

  private void assertBreak(byte[] file, String why) {
    ReadFile read = ReadFile.of(write(folder, "a.csv.gz", file));
    assertThat(read.rows().get(0).fields()).containsExactly("1", "a");
    List<Defect> defects =
        read.rows().stream().map(ReadFile.Row::defect).filter(each -> each != null).toList();
    assertThat(defects).hasSize(1);
    assertThat(read.rows().get(read.rows().size() - 1).defect()).isNotNull();
    assertThat(defects.get(0).en()).contains(why);
  }

  @Test
  void aZipThatLacksEntriesSaysSoBehindTheLast() throws IOException {
    var packed = new ByteArrayOutputStream();
    int[] starts = new int[3];
    try (var zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < starts.length; i++) {
        zip.flush();
        starts[i] = packed.size();
        zip.putNextEntry(new ZipEntry(i == 1 ? "_notes.txt" : i + ".csv"));
        zip.write(("id,n\n" + i + ",a\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    byte[] whole = packed.toByteArray();
    byte[] harmed = whole.clone();
    harmed[starts[2]] = 0;
    List<byte[]> lacking = new ArrayList<>(List.of(harmed));
    for (int more : new int[] {0, 1, 4, 29}) {
      lacking.add(Arrays.copyOf(whole, starts[1] + more));
      lacking.add(Arrays.copyOf(whole, starts[2] + more));
    }
    for (byte[] bytes : lacking) {
      SourceConfig source = ReadFile.source("facility-registry", write(folder, "a.zip", bytes));
      List<ReadFile> files = ReadFile.all(source, Long.MAX_VALUE);
      assertThat(files).hasSize(1);
      assertThat(files.get(0).fields().get(0)).containsExactly("0", "a");
      assertThat(files.get(0).rows()).hasSize(2);
      assertThat(files.get(0).rows().get(1).defect().en()).contains("ends early or is damaged");
    }
    SourceConfig source = ReadFile.source("facility-registry", write(folder, "a.zip", whole));
    assertThat(ReadFile.all(source, Long.MAX_VALUE))
        .hasSize(2)
        .allSatisfy(file -> assertThat(file.rows()).hasSize(1));
    Path none = write(folder, "a.zip", Arrays.copyOf(whole, 20));
    assertThatThrownBy(() -> ReadFile.of(none))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.zip: The zip archive ends early");
  }

  @Test
  void everyFileInAZipIsReadAndOneThatWasCutOffUpToTheBreak() throws IOException {
    StringBuilder text = new StringBuilder("id,n\n");
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(',').append(random.nextLong()).append('\n');
    }
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("__MACOSX/._one.csv"));
      zip.write(1);
      zip.putNextEntry(new ZipEntry("año/one.csv"));
      zip.write("id,n\n1,a\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("two.csv"));
      zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path whole = write(folder, "a.zip", packed.toByteArray());
    Path cut = write(folder, "b.zip", Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

    List<ReadFile> files = ReadFile.all(ReadFile.source("facility-registry", whole), 1000);
    assertThat(files)
        .extracting(file -> file.profile().file().path())
        .containsExactly(whole + "!año/one.csv", whole + "!two.csv");
    assertThat(files.get(0).fields()).containsExactly(List.of("1", "a"));
    assertThat(files.get(1).rows()).hasSize(20_000);

    SourceConfig one = ReadFile.source("facility-registry", Path.of(whole + "!año/*.csv"));
    assertThat(ReadFile.of(one, 1000).fields()).isEqualTo(files.get(0).fields());

    List<ReadFile> half = ReadFile.all(ReadFile.source("facility-registry", cut), 1000);
    List<ReadFile.Row> rows = half.get(1).rows();
    assertThat(rows.subList(0, rows.size() - 1)).allMatch(row -> row.defect() == null);
    assertThat(rows.get(rows.size() - 1).defect().en()).contains("zip archive ends early");
  }

  @Test
  void anEmptyFileIsRefusedAndAHeaderAloneIsNot() {
    Path empty = write(folder, "a.csv", "");
    assertThatThrownBy(() -> ReadFile.of(empty))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.csv, line 1: the file is empty");
    Path blank = write(folder, "b.csv", "\n\r\n");
    assertThatThrownBy(() -> ReadFile.of(blank)).hasMessageContaining("the file is empty");
    assertThat(ReadFile.of(write(folder, "c.csv", "id,n")).rows()).isEmpty();
  }

  @Test
  void whereverAFileIsCutItsRowsAreTheSame() {
    Random random = new Random(11);
    String[] pieces = {
      "a", ",", "\n", "\"", "\"\"", "é", "\r\n", "x,y\n", "\"q\"", "\"m\nn\",", ";"
    };
    for (int trial = 0; trial < 1_000; trial++) {
      StringBuilder text = new StringBuilder("h1,h2\n");
      for (int i = 0; i < 60; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Path file = write(folder, "a.csv", text.toString());
      var source = ReadFile.source("facility-registry", file);
      assertThat(ReadFile.of(source, 10).rows())
          .as(text.toString())
          .isEqualTo(ReadFile.of(source, Long.MAX_VALUE).rows());
    }
  }
}
