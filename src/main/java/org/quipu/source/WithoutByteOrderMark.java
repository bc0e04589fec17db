package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** UTF-8 bytes without the byte-order mark before them, if there is one. */
final class WithoutByteOrderMark extends PushbackInputStream {
  private static final int MARK = 3;
  private boolean looked;

  WithoutByteOrderMark(InputStream in) {
    super(in, MARK);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!looked) {
      looked = true;
      byte[] head = new byte[MARK];
      int n = in.readNBytes(head, 0, MARK);
      boolean mark =
          n == MARK && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
      if (!mark) {
        unread(head, 0, n);
      }
    }
    return super.read(buffer, offset, length);
  }
}
