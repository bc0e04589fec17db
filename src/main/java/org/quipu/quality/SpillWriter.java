package org.quipu.quality;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.xerial.snappy.SnappyOutputStream;

/** Writes rows in quarantine to disk, packed, with a checksum behind them. */
public final class SpillWriter implements Closeable {
  private final OutputStream raw;
  private final CheckedOutputStream checked;
  private final DataOutputStream out;

  SpillWriter(String name, OutputStream raw) {
    this.raw = raw;
    this.checked = new CheckedOutputStream(raw, checksum(name));
    this.out = new DataOutputStream(new SnappyOutputStream(checked));
  }

  /** A checksum that a file's name goes into: what lies under another's name is damage too. */
  public static CRC32C checksum(String name) {
    CRC32C sum = new CRC32C();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return sum;
  }

  void write(Quarantined row) throws IOException {
    out.writeLong(row.line());
    write(row.raw());
    write(row.rule());
    write(row.reason().en());
    write(row.reason().es());
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    out.flush();
    try (raw) {
      new DataOutputStream(raw).writeLong(checked.getChecksum().getValue());
    }
  }
}
