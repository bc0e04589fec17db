package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One pass over the bytes of a delimited file, before its rows are read: its SHA-256, whether it is
 * UTF-8, and where it may be cut so that no record is (a line end inside quotes is no place to cut,
 * RFC 4180).
 */
final class FileScan {
  private static final int BUFFER = 1 << 20;

  private enum Place {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final byte separator;
  private final long targetBytes;
  private final List<Split> splits = new ArrayList<>();
  private Place place = Place.FIELD_START;
  private long position;
  private long line = 1;
  private long splitStart;
  private long splitLine = 1;
  private boolean afterCarriageReturn;
  private boolean utf8 = true;
  private int continuation;

  private FileScan(char separator, long targetBytes) {
    this.separator = (byte) separator;
    this.targetBytes = targetBytes;
  }

  /**
   * What the scan found.
   *
   * @param utf8 whether every byte sequence is well-formed UTF-8 (ASCII is)
   */
  record Result(String sha256, boolean utf8, List<Split> splits) {}

  /** Scans a stream to its end and cuts it into parts of about {@code targetBytes}. */
  static Result of(InputStream in, char separator, long targetBytes) throws IOException {
    MessageDigest digest = sha256();
    FileScan scan = new FileScan(separator, targetBytes);
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
      scan.take(buffer, n);
    }
    return scan.end(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void take(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      byte b = buffer[i];
      position++;
      if (b < 0 || continuation > 0) {
        checkUtf8(b);
      }
      if (b == '\n' || b == '\r') {
        endOfLine(b);
      } else {
        afterCarriageReturn = false;
        place = next(b);
      }
    }
  }

  private void endOfLine(byte b) {
    // \r\n is one line end; the cut, if any, comes after the \n.
    if (b == '\r' || !afterCarriageReturn) {
      line++;
    }
    afterCarriageReturn = b == '\r';
    if (place != Place.QUOTED) {
      place = Place.FIELD_START;
      if (b == '\n' && position - splitStart >= targetBytes) {
        splits.add(new Split(splitStart, position, splitLine));
        splitStart = position;
        splitLine = line;
      }
    }
  }

  private Place next(byte b) {
    return switch (place) {
      case FIELD_START -> b == '"' ? Place.QUOTED : plain(b);
      case PLAIN -> plain(b);
      case QUOTED -> b == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
      case QUOTE_IN_QUOTED -> b == '"' ? Place.QUOTED : plain(b);
    };
  }

  private Place plain(byte b) {
    return b == separator ? Place.FIELD_START : Place.PLAIN;
  }

  private void checkUtf8(byte b) {
    int value = b & 0xff;
    if (continuation > 0) {
      utf8 &= (value & 0xc0) == 0x80;
      continuation--;
    } else if (value >= 0xc2 && value < 0xe0) {
      continuation = 1;
    } else if (value >= 0xe0 && value < 0xf0) {
      continuation = 2;
    } else if (value >= 0xf0 && value < 0xf5) {
      continuation = 3;
    } else {
      utf8 = false;
    }
  }

  private Result end(String sha256) {
    if (position > splitStart || splits.isEmpty()) {
      splits.add(new Split(splitStart, position, splitLine));
    }
    return new Result(sha256, utf8 && continuation == 0, List.copyOf(splits));
  }
}
