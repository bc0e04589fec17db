package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of any character set as UTF-8 bytes, so that one reader of records is enough. */
final class Utf8Stream extends InputStream {
  private static final int CHARS = 1 << 14;

  private final Reader text;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd});
  private final CharBuffer chars = CharBuffer.allocate(CHARS).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(CHARS * 3).flip();
  private boolean end;

  Utf8Stream(Reader text) {
    this.text = text;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (!bytes.hasRemaining()) {
      if (end) {
        return -1;
      }
      chars.compact();
      end = text.read(chars) < 0;
      chars.flip();
      bytes.clear();
      encoder.encode(chars, bytes, end);
      bytes.flip();
    }
    int n = Math.min(length, bytes.remaining());
    bytes.get(buffer, offset, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
