package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Records of delimited text (RFC 4180 and its relatives), straight from bytes to the characters of
 * one reused {@link TextRecord}.
 *
 * <p>Beside the standard: line ends may be {@code \n}, {@code \r\n}, {@code \r} or a mixture; empty
 * lines are no records; what follows a closing quote up to the separator belongs to the field. A
 * quoted field that spans lines and is not closed, or closed by a quote in mid-text, has swallowed
 * lines that are not its own: the line that opened it is one bad record and reading resumes on the
 * next line.
 */
final class CsvRecordReader implements RecordReader {
  /** No record of the field is longer; a quote that is still open after as many bytes is a slip. */
  static final int LONGEST = 1 << 25;

  /**
   * Searching for the end of an open quote costs up to {@link #LONGEST}; after as many searches in
   * vain quoted fields are no longer looked for beyond their line.
   */
  static final int SEARCHES = 32;

  private static final int BUFFER = 1 << 16;
  private static final int SHOWN = 2000;
  private static final byte PLAIN = 0;
  private static final byte SEPARATOR = 1;
  private static final byte LINE_END = 2;
  private static final byte SPECIAL = 3;

  private enum Outcome {
    RECORD,
    NEEDS_MORE,
    OPEN_QUOTE
  }

  private final InputStream in;
  private final ByteDecoder decoder;
  private final byte[] kinds = new byte[256];
  private final TextRecord record = new TextRecord();
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean end;
  private Defect damage;
  private long line;
  private int searchesLeft = SEARCHES;

  // What the last parse found.
  private int next;
  private long linesRead;
  private boolean ended;
  private boolean hasNul;
  private int quoteAt;

  /**
   * @param in the records, the first of which stands on {@code firstLine} of the file
   * @param separator an ASCII character
   */
  CsvRecordReader(InputStream in, ByteDecoder decoder, char separator, long firstLine) {
    this.in = in;
    this.decoder = decoder;
    this.line = firstLine;
    kinds[separator] = SEPARATOR;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    kinds[0] = SPECIAL;
    Arrays.fill(kinds, 128, 256, SPECIAL);
  }

  @Override
  public TextRecord next() throws IOException {
    if (!skipEmptyLines()) {
      return damage == null ? null : brokenOff();
    }
    Outcome outcome = parse();
    while (outcome == Outcome.NEEDS_MORE) {
      if (limit - position >= LONGEST) {
        return tooLong();
      }
      fill();
      outcome = parse();
    }
    if (outcome == Outcome.OPEN_QUOTE) {
      return openQuote();
    }
    describe();
    position = next;
    line += linesRead;
    if (!ended && damage != null) {
      record.fail(damage);
      damage = null;
    }
    return record;
  }

  private void describe() {
    if (decoder.failed()) {
      record.fail(decoder.defect());
    } else if (hasNul) {
      record.fail(
          new Defect(
              "The row holds NUL bytes, which no text has.",
              "La fila contiene bytes NUL, que ningún texto tiene."));
    }
  }

  /** Moves to the first byte of a record; false at the end. */
  private boolean skipEmptyLines() throws IOException {
    while (true) {
      if (position == limit && !fill()) {
        return false;
      }
      byte b = buffer[position];
      if (b == '\r') {
        if (position + 1 == limit && fill()) {
          continue;
        }
        position += position + 1 < limit && buffer[position + 1] == '\n' ? 2 : 1;
      } else if (b == '\n') {
        position++;
      } else {
        return true;
      }
      line++;
    }
  }

  /** Reads on, keeping the bytes of the record; false at the end. */
  private boolean fill() throws IOException {
    if (end) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int before = limit;
    try {
      while (limit < buffer.length) {
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
          end = true;
          break;
        }
        limit += n;
      }
    } catch (DamagedData e) {
      damage = e.defect();
      end = true;
    }
    return limit > before;
  }

  /** Reads one record from {@link #position} on into {@link #record}. */
  private Outcome parse() {
    final byte[] buffer = this.buffer;
    final byte[] kinds = this.kinds;
    final int limit = this.limit;
    record.begin(line);
    decoder.begin();
    hasNul = false;
    linesRead = 0;
    ended = false;
    quoteAt = -1;
    int out = record.room(limit - position);
    char[] chars = record.chars();
    int p = position;
    while (true) {
      boolean quoted = p < limit && buffer[p] == '"';
      if (quoted) {
        quoteAt = p;
        long linesBefore = linesRead;
        p = quotedField(p + 1, chars, out);
        out = decoder.out();
        if (p < 0) {
          return end || linesRead > linesBefore && searchesLeft <= 0
              ? Outcome.OPEN_QUOTE
              : Outcome.NEEDS_MORE;
        }
        boolean closed = p == limit || isFieldEnd(buffer[p]) || buffer[p] == ' ';
        if (linesRead > linesBefore && (!closed || searchesLeft <= 0)) {
          return Outcome.OPEN_QUOTE;
        }
      }
      while (p < limit) {
        byte b = buffer[p];
        byte kind = kinds[b & 0xff];
        if (kind == PLAIN) {
          chars[out++] = (char) b;
          p++;
        } else if (kind == SPECIAL) {
          p = special(p, chars, out);
          out = decoder.out();
          if (p < 0) {
            return Outcome.NEEDS_MORE;
          }
        } else {
          break;
        }
      }
      if (p == limit && !end) {
        return Outcome.NEEDS_MORE;
      }
      record.end(out, quoted);
      if (p == limit) {
        next = p;
        return Outcome.RECORD;
      }
      if (kinds[buffer[p] & 0xff] == SEPARATOR) {
        p++;
        continue;
      }
      if (buffer[p] == '\r' && p + 1 == limit && !end) {
        return Outcome.NEEDS_MORE;
      }
      next = afterLineEnd(p);
      linesRead++;
      ended = true;
      return Outcome.RECORD;
    }
  }

  private boolean isFieldEnd(byte b) {
    return kinds[b & 0xff] == SEPARATOR || kinds[b & 0xff] == LINE_END;
  }

  private int afterLineEnd(int p) {
    return buffer[p] == '\r' && p + 1 < limit && buffer[p + 1] == '\n' ? p + 2 : p + 1;
  }

  /** Reads a field from behind its opening quote to behind its closing one; −1: it is not there. */
  private int quotedField(int from, char[] chars, int start) {
    int p = from;
    int out = start;
    while (p < limit) {
      byte b = buffer[p];
      if (b == '"') {
        if (p + 1 == limit && !end) {
          break;
        }
        if (p + 1 == limit || buffer[p + 1] != '"') {
          decoder.out(out);
          return p + 1;
        }
        chars[out++] = '"';
        p += 2;
      } else if (kinds[b & 0xff] == SPECIAL) {
        p = special(p, chars, out);
        out = decoder.out();
        if (p < 0) {
          return -1;
        }
      } else {
        if (b == '\n' || b == '\r' && (p + 1 == limit || buffer[p + 1] != '\n')) {
          linesRead++;
        }
        chars[out++] = (char) b;
        p++;
      }
    }
    decoder.out(out);
    return -1;
  }

  private int special(int p, char[] chars, int out) {
    if (buffer[p] == 0) {
      hasNul = true;
      chars[out] = 0;
      decoder.out(out + 1);
      return p + 1;
    }
    return decoder.decode(buffer, p, limit, end, chars, out);
  }

  /** The record up to the end of the line on which a quote was opened and never closed. */
  private TextRecord openQuote() {
    searchesLeft--;
    return lineAsRecord(
        quoteAt,
        new Defect(
            "A quote (\") is opened and not closed on the same line; the line was not read.",
            "Se abre una comilla (\") que no se cierra en la misma línea; la línea no se leyó."));
  }

  private TextRecord tooLong() throws IOException {
    if (quoteAt >= position && linesRead > 0) {
      return openQuote();
    }
    int shown = Math.min(limit, position + SHOWN);
    fillLine(position, shown);
    boolean ends = false;
    while (!ends) {
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      ends = position < limit || !fill();
    }
    position = Math.min(position + 1, limit);
    line++;
    record.fail(
        new Defect(
            "The row is longer than " + LONGEST + " bytes; no row of the field is.",
            "La fila tiene más de " + LONGEST + " bytes; ninguna fila real los tiene."));
    return record;
  }

  /** Everything from here to the first line end behind {@code from}, as a record of one field. */
  private TextRecord lineAsRecord(int from, Defect defect) {
    int stop = from;
    while (stop < limit && buffer[stop] != '\n' && buffer[stop] != '\r') {
      stop++;
    }
    long lines = 1;
    for (int p = position; p < from; p++) {
      if (buffer[p] == '\n' || buffer[p] == '\r' && buffer[p + 1] != '\n') {
        lines++;
      }
    }
    fillLine(position, stop);
    position = stop == limit ? limit : afterLineEnd(stop);
    line += lines;
    record.fail(defect);
    return record;
  }

  private void fillLine(int from, int to) {
    record.begin(line);
    decoder.begin();
    int out = record.room(to - from);
    for (int p = from; p >= 0 && p < to; ) {
      if (buffer[p] < 0) {
        p = decoder.decode(buffer, p, to, true, record.chars(), out);
        out = decoder.out();
      } else {
        record.chars()[out++] = (char) buffer[p++];
      }
    }
    record.end(out, false);
  }

  /** Stands for the rows that could not be read because the data broke off between two rows. */
  private TextRecord brokenOff() {
    record.begin(line);
    record.end(record.room(0), false);
    record.fail(damage);
    damage = null;
    return record;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
