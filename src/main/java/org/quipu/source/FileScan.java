package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass over the bytes of a delimited file, before its rows are read: whether it is UTF-8, and
 * where it may be cut so that no record is (a line end inside quotes is no place to cut, RFC 4180).
 * Behind a quote that {@link CsvRecordReader} would find unclosed the file is not cut any more.
 */
final class FileScan {
  private static final int BUFFER = 1 << 16;
  private static final byte LINE_END = 1;
  private static final byte QUOTE = 2;
  private static final byte HIGH = 3;

  private enum Place {
    UNQUOTED,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final byte[] kinds = new byte[256];
  private final byte separator;
  private final long targetBytes;
  private final List<Split> splits = new ArrayList<>();
  private Place place = Place.UNQUOTED;
  private byte previous = '\n';
  private long position;
  private long line = 1;
  private long splitStart;
  private long splitLine = 1;
  private long quoteStart;
  private long quoteLine;
  private boolean cuttable = true;
  private long wellFormed;
  private long illFormed;
  private int continuation;

  private FileScan(char separator, long targetBytes) {
    this.separator = (byte) separator;
    this.targetBytes = targetBytes;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    kinds['"'] = QUOTE;
    Arrays.fill(kinds, 128, 256, HIGH);
  }

  /**
   * What the scan found.
   *
   * @param wellFormed sequences of several bytes that are UTF-8
   * @param illFormed bytes above ASCII that are not
   * @param splits the parts, in order, at least one
   */
  record Result(long wellFormed, long illFormed, List<Split> splits) {

    /** Whether the bytes are UTF-8 from beginning to end; ASCII is. */
    boolean isUtf8() {
      return illFormed == 0;
    }
  }

  /** Scans a stream to its end and cuts it into parts of about {@code targetBytes}. */
  static Result of(InputStream in, char separator, long targetBytes) throws IOException {
    FileScan scan = new FileScan(separator, targetBytes);
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        scan.take(buffer, n);
      }
    } catch (DamagedData e) {
      // Whoever reads the records meets the same place and says so.
      scan.cuttable = false;
    }
    return scan.end();
  }

  private void take(byte[] buffer, int length) {
    long base = position;
    for (int i = 0; i < length; i++) {
      byte b = buffer[i];
      byte kind = kinds[b & 0xff];
      // Nearly every byte: plain, and the one before it was no end of a quoted field.
      if (kind == 0 && place != Place.QUOTE_IN_QUOTED && continuation == 0) {
        continue;
      }
      position = base + i;
      if (i > 0) {
        previous = buffer[i - 1];
      }
      if (kind == HIGH || continuation > 0) {
        checkUtf8(b);
      }
      step(b, kind);
    }
    position = base + length;
    if (length > 0) {
      previous = buffer[length - 1];
    }
  }

  private void step(byte b, byte kind) {
    if (place == Place.QUOTE_IN_QUOTED) {
      if (kind == QUOTE) {
        place = Place.QUOTED;
        return;
      }
      place = Place.UNQUOTED;
      boolean closed = b == separator || kind == LINE_END || b == ' ';
      if (line > quoteLine && !closed || position - quoteStart >= CsvRecordReader.LONGEST) {
        cuttable = false;
      }
    }
    if (kind == QUOTE) {
      quote();
    } else if (kind == LINE_END) {
      endOfLine(b);
    }
  }

  private void quote() {
    if (place == Place.QUOTED) {
      place = Place.QUOTE_IN_QUOTED;
    } else if (opensField()) {
      place = Place.QUOTED;
      quoteStart = position;
      quoteLine = line;
    }
  }

  private boolean opensField() {
    boolean afterMark = position == 3 && (previous & 0xff) == 0xbf && wellFormed == 1;
    return previous == separator || previous == '\n' || previous == '\r' || afterMark;
  }

  private void endOfLine(byte b) {
    // \r\n is one line end; the cut, if any, comes after the \n.
    if (b == '\r' || previous != '\r') {
      line++;
    }
    long end = position + 1;
    if (place == Place.UNQUOTED && b == '\n' && cuttable && end - splitStart >= targetBytes) {
      splits.add(new Split(splitStart, end, splitLine));
      splitStart = end;
      splitLine = line;
    }
  }

  private void checkUtf8(byte b) {
    int value = b & 0xff;
    if (continuation > 0) {
      if ((value & 0xc0) == 0x80) {
        continuation--;
        wellFormed += continuation == 0 ? 1 : 0;
        return;
      }
      continuation = 0;
      illFormed++;
      if (b >= 0) {
        return;
      }
    }
    if (value >= 0xc2 && value < 0xe0) {
      continuation = 1;
    } else if (value >= 0xe0 && value < 0xf0) {
      continuation = 2;
    } else if (value >= 0xf0 && value < 0xf5) {
      continuation = 3;
    } else {
      illFormed++;
    }
  }

  private Result end() {
    if (continuation > 0) {
      illFormed++;
    }
    if (position > splitStart || splits.isEmpty()) {
      splits.add(new Split(splitStart, position, splitLine));
    }
    return new Result(wellFormed, illFormed, List.copyOf(splits));
  }
}
