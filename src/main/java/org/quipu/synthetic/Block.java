package org.quipu.synthetic;

import org.apache.parquet.io.api.Binary;

/**
 * Some consecutive rows of a large source on their way into a file; made by one thread, in memory.
 * The columns of a row are given in their order.
 */
interface Block {

  void text(int column, Binary value);

  void number(int column, long value);

  void missing(int column);

  void endRow();

  /** After the last row: does what work can be done before the block has its place in the file. */
  void finish();
}
