package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.row.SurveySizeRow;

/** A file written by a JVM that lists encodings in another order is the same file. */
class StableFileTest {
  @TempDir Path folder;

  @Test
  void theOrderOfEncodingsDoesNotShow() throws IOException {
    Path path = folder.resolve("survey_size.parquet");
    TableWriter.write(
        new LocalOutputFile(path),
        Tables.of(SurveySizeRow.class),
        "r1",
        List.of(new SurveySizeRow(17, 52, 32, 20)));
    byte[] file = Files.readAllBytes(path);
    int length = ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int start = file.length - 8 - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
    footer
        .getRow_groups()
        .forEach(
            group ->
                group
                    .getColumns()
                    .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings())));
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(file, 0, start);
    Util.writeFileMetaData(footer, turned);
    turned.write(file, file.length - 8, 8);

    assertThat(turned.toByteArray()).isNotEqualTo(file);
    assertThat(StableFile.stable(turned.toByteArray())).isEqualTo(file);
  }
}
