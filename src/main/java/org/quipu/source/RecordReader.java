package org.quipu.source;

import java.io.IOException;

/** The records of a file or of a part of it, one after the other. */
public interface RecordReader extends AutoCloseable {

  /** The next record, a view that the next call overwrites; null at the end. */
  TextRecord next() throws IOException;

  @Override
  void close() throws IOException;
}
