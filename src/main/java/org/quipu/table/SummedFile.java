package org.quipu.table;

import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that is summed (CRC-32C) as it is written. */
final class SummedFile implements OutputFile {
  private final OutputFile target;
  private final CRC32C sum = new CRC32C();

  SummedFile(OutputFile target) {
    this.target = target;
  }

  /** The sum of all bytes that were written. */
  long checksum() {
    return sum.getValue();
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return summed(target.create(blockSizeHint));
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return summed(target.createOrOverwrite(blockSizeHint));
  }

  private PositionOutputStream summed(PositionOutputStream out) {
    return new PositionOutputStream() {
      @Override
      public long getPos() throws IOException {
        return out.getPos();
      }

      @Override
      public void write(int b) throws IOException {
        sum.update(b);
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        sum.update(bytes, offset, length);
        out.write(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public boolean supportsBlockSize() {
    return target.supportsBlockSize();
  }

  @Override
  public long defaultBlockSize() {
    return target.defaultBlockSize();
  }

  @Override
  public String getPath() {
    return target.getPath();
  }
}
