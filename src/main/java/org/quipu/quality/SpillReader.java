package org.quipu.quality;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.xerial.snappy.SnappyInputStream;

/** Reads what {@link SpillWriter} wrote. */
final class SpillReader implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final DataInputStream in;
  private final SpilledRows rows;
  private long left;

  SpillReader(InputStream raw, SpilledRows rows) throws IOException {
    this.in = new DataInputStream(new SnappyInputStream(new BufferedInputStream(raw, BUFFER)));
    this.rows = rows;
    this.left = rows.rows();
  }

  /** The next row; null behind the last. */
  Quarantined next() throws IOException {
    if (left == 0) {
      return null;
    }
    left--;
    long line = in.readLong();
    String raw = text();
    String rule = text();
    String en = text();
    return new Quarantined(rows.source(), rows.file(), line, raw, rule, new Sentence(en, text()));
  }

  private String text() throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
