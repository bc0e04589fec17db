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
final class SpillWriter implements Closeable {
  private final OutputStream raw;
  private final CheckedOutputStream checked;
  private final DataOutputStream out;

  SpillWriter(OutputStream raw) {
    this.raw = raw;
    this.checked = new CheckedOutputStream(raw, new CRC32C());
    this.out = new DataOutputStream(new SnappyOutputStream(checked));
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
