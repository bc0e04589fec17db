package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.quipu.config.SourceConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parquet files, each row group a split. Structs are flattened with a point between the names;
 * columns that repeat are left out. Record n stands for line n + 1.
 */
final class ParquetFiles implements FileFormat {
  private static final Logger LOG = LoggerFactory.getLogger(ParquetFiles.class);
  private static final String MAGIC = "PAR1";

  /** Codecs that the library brings itself; whether there are others depends on the class path. */
  private static final Set<CompressionCodecName> AT_HAND =
      EnumSet.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.ZSTD,
          CompressionCodecName.LZ4_RAW);

  @Override
  public String id() {
    return "parquet";
  }

  @Override
  public boolean recognizes(InputFile file, byte[] head) {
    String start = new String(head, 0, Math.min(4, head.length), StandardCharsets.US_ASCII);
    return start.equals(MAGIC) || file.name().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  @Override
  public FileProfile profile(InputFile file, SourceConfig config, Storage storage, long splitBytes)
      throws IOException {
    try (ParquetFileReader reader = open(file, storage)) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      List<String> header = ParquetCells.of(schema).names();
      NestedColumns.requireNone(schema, header, file, config);
      List<Split> splits = new ArrayList<>();
      long line = 2;
      for (BlockMetaData group : reader.getRowGroups()) {
        long start = group.getStartingPos();
        splits.add(new Split(start, start + group.getCompressedSize(), line));
        line += group.getRowCount();
      }
      if (splits.isEmpty()) {
        splits.add(new Split(0, 0, line));
      }
      FileProfile bare =
          new FileProfile(
              file,
              id(),
              "",
              false,
              ',',
              FileBytes.fingerprint(file, storage),
              List.copyOf(splits));
      return bare.withHeader(header);
    }
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    return new ParquetRecordReader(open(profile.file(), storage), profile.file(), storage, split);
  }

  /** Opens a file. Its reader throws unchecked exceptions at what is no Parquet. */
  static ParquetFileReader open(InputFile file, Storage storage) throws IOException {
    ParquetReadOptions options =
        HadoopReadOptions.builder(storage.configuration(), Storage.path(file.path()))
            .usePageChecksumVerification(true)
            .build();
    ParquetFileReader reader;
    try {
      reader =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(Storage.path(file.path()), storage.configuration()),
              options);
    } catch (RuntimeException e) {
      throw new InputException(
          file.path() + " is damaged, cut off or no Parquet file: " + e.getMessage() + ".",
          file.path()
              + " está dañado, cortado o no es un archivo Parquet: "
              + e.getMessage()
              + ".");
    }
    try {
      requireCodecs(reader, options, file);
    } catch (InputException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  /**
   * Refuses a file whose pages cannot be unpacked: each of its row groups would look damaged, and
   * all its rows would go to quarantine.
   */
  private static void requireCodecs(
      ParquetFileReader reader, ParquetReadOptions options, InputFile file) {
    Set<CompressionCodecName> codecs = EnumSet.noneOf(CompressionCodecName.class);
    for (BlockMetaData group : reader.getRowGroups()) {
      group.getColumns().forEach(column -> codecs.add(column.getCodec()));
    }
    codecs.removeAll(AT_HAND);
    for (CompressionCodecName codec : codecs) {
      try {
        options.getCodecFactory().getDecompressor(codec);
      } catch (RuntimeException | LinkageError e) {
        LOG.debug("{} has no codec", codec, e);
        String name = codec.name().toLowerCase(Locale.ROOT);
        throw new InputException(
            file.path()
                + " is compressed with "
                + name
                + ", which Quipu cannot unpack; write it anew with snappy, gzip or zstd.",
            file.path()
                + " está comprimido con "
                + name
                + ", que Quipu no puede descomprimir; escríbalo de nuevo con snappy, gzip o zstd.");
      }
    }
  }

  /**
   * The pages of a row group.
   *
   * @throws DamagedData if its bytes make no sense, though they can be had
   * @throws IOException if they cannot be had: a disk or a network fails
   */
  static PageReadStore pages(
      ParquetFileReader reader, int rowGroup, InputFile file, Storage storage) throws IOException {
    try {
      return reader.readRowGroup(rowGroup);
    } catch (RuntimeException | IOException e) {
      LOG.warn("row group {} of {} is fetched again: {}", rowGroup, file.path(), e.toString());
      fetch(reader.getRowGroups().get(rowGroup), file, storage);
    }
    try {
      return reader.readRowGroup(rowGroup);
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    }
  }

  /** A row group whose bytes make no sense. */
  static DamagedData damaged(Exception cause) {
    return new DamagedData(
        new Defect(
            "The Parquet row group is damaged.",
            "El grupo de filas del archivo Parquet está dañado."),
        cause instanceof IOException known ? known : new IOException(cause));
  }

  /** Reads all bytes of a row group, for nothing but that it can be done. */
  private static void fetch(BlockMetaData rowGroup, InputFile file, Storage storage)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = storage.open(file.path(), rowGroup.getStartingPos())) {
      long left = rowGroup.getCompressedSize();
      int read = 0;
      while (left > 0 && read >= 0) {
        read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        left -= read;
      }
    }
  }
}
