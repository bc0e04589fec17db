package org.quipu.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of a large source, made of blocks that several threads fill and one appends in order. */
interface BlockFile extends Closeable {

  /** Opens a file over what is there. */
  static BlockFile open(OutputFormat format, Path file, List<OutputColumn> columns)
      throws IOException {
    return switch (format) {
      case PARQUET -> new ParquetBlockFile(file, columns);
      case CSV -> new CsvBlockFile(file, columns);
    };
  }

  /** A block with no rows yet; may be called by any thread. */
  Block newBlock();

  /** Writes a finished block of this file's making behind those before it. */
  void append(Block block) throws IOException;

  /** After the last block: makes the file whole. One that is only closed is not. */
  void finish() throws IOException;
}
