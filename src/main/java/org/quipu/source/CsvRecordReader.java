package org.quipu.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

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

  private static final int SHOWN = 2000;
  private static final Defect SECOND_HEADER =
      new Defect(
          "The row repeats the header, as where files were put one behind the other.",
          "La fila repite el encabezado, como donde se pegaron archivos uno tras otro.");
  private static final byte PLAIN = 0;
  private static final byte SEPARATOR = 1;
  private static final byte LINE_END = 2;
  private static final byte SPECIAL = 3;

  private enum Outcome {
    RECORD,
    NEEDS_MORE,
    OPEN_QUOTE
  }

  private final ByteWindow window;
  private final ByteDecoder decoder;
  private final byte[] kinds = new byte[256];
  private final TextRecord record = new TextRecord();
  private long line;
  private int searchesLeft = SEARCHES;
  private int width = Integer.MAX_VALUE;
  private List<String> header = List.of();
  private long skippedTo;

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
    this.window = new ByteWindow(in);
    this.decoder = decoder;
    this.line = firstLine;
    kinds[separator] = SEPARATOR;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    kinds[0] = SPECIAL;
    Arrays.fill(kinds, 128, 256, SPECIAL);
  }

  /**
   * Says what the columns are called. Empty fields behind them, as spreadsheets leave them, are no
   * part of a record; a record of their names is a second header, which is one bad record.
   */
  void expect(List<String> names) {
    this.width = names.size();
    this.header = names;
  }

  /** Passes over the records that start above a line. */
  void skipTo(long firstLine) {
    this.skippedTo = firstLine;
  }

  @Override
  public TextRecord next() throws IOException {
    TextRecord next = read();
    while (next != null && next.line() < skippedTo) {
      next = read();
    }
    return next;
  }

  private TextRecord read() throws IOException {
    if (!skipEmptyLines()) {
      return window.damage == null ? null : brokenOff();
    }
    Outcome outcome = parse();
    while (outcome == Outcome.NEEDS_MORE) {
      if (window.limit - window.position >= LONGEST) {
        return tooLong();
      }
      window.fill();
      outcome = parse();
    }
    if (outcome == Outcome.OPEN_QUOTE) {
      return openQuote();
    }
    describe();
    window.position = next;
    line += linesRead;
    if (!ended && window.damage != null) {
      record.fail(window.damage);
      window.damage = null;
    }
    return record;
  }

  private void describe() {
    if (record.width() > width) {
      record.dropBlanksBeyond(width);
    }
    if (record.width() == width && record.holds(header)) {
      record.fail(SECOND_HEADER);
    }
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
      if (window.position == window.limit && !window.fill()) {
        return false;
      }
      byte b = window.bytes[window.position];
      if (b != '\n' && b != '\r') {
        return true;
      }
      // What follows a \r tells whether it is a line end of its own.
      boolean toTheEnd = b == '\r' && window.position + 1 == window.limit;
      if (!toTheEnd || !window.fill()) {
        window.position = window.afterLineEnd(window.position);
        line++;
      }
    }
  }

  /** Reads one record from where the window stands into {@link #record}. */
  private Outcome parse() {
    final byte[] buffer = window.bytes;
    final byte[] kinds = this.kinds;
    final int limit = window.limit;
    final boolean end = window.end;
    record.begin(line);
    decoder.begin();
    hasNul = false;
    linesRead = 0;
    ended = false;
    quoteAt = -1;
    int p = window.position;
    int out = record.room(limit - p);
    char[] chars = record.chars();
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
      next = window.afterLineEnd(p);
      linesRead++;
      ended = true;
      return Outcome.RECORD;
    }
  }

  private boolean isFieldEnd(byte b) {
    return kinds[b & 0xff] == SEPARATOR || kinds[b & 0xff] == LINE_END;
  }

  /** Reads a field from behind its opening quote to behind its closing one; −1: it is not there. */
  private int quotedField(int from, char[] chars, int start) {
    final byte[] buffer = window.bytes;
    final int limit = window.limit;
    int p = from;
    int out = start;
    while (p < limit) {
      byte b = buffer[p];
      if (b == '"') {
        if (p + 1 == limit && !window.end) {
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
    if (window.bytes[p] == 0) {
      hasNul = true;
      chars[out] = 0;
      decoder.out(out + 1);
      return p + 1;
    }
    return decoder.decode(window.bytes, p, window.limit, window.end, chars, out);
  }

  /** The record up to the end of the line on which a quote was opened and never closed. */
  private TextRecord openQuote() {
    searchesLeft--;
    int stop = window.lineStop(quoteAt);
    long lines = 1 + window.lines(window.position, quoteAt);
    asOneField(window.position, stop);
    window.position = stop == window.limit ? stop : window.afterLineEnd(stop);
    line += lines;
    record.fail(
        new Defect(
            "A quote (\") is opened and not closed on the same line; the line was not read.",
            "Se abre una comilla (\") que no se cierra en la misma línea; la línea no se leyó."));
    return record;
  }

  private TextRecord tooLong() throws IOException {
    if (quoteAt >= window.position && linesRead > 0) {
      return openQuote();
    }
    asOneField(window.position, Math.min(window.limit, window.position + SHOWN));
    window.skipLine();
    line++;
    record.fail(
        new Defect(
            "The row is longer than " + LONGEST + " bytes; no row of the field is.",
            "La fila tiene más de " + LONGEST + " bytes; ninguna fila real los tiene."));
    return record;
  }

  private void asOneField(int from, int to) {
    record.begin(line);
    decoder.begin();
    int out = record.room(to - from);
    for (int p = from; p < to; ) {
      if (window.bytes[p] < 0) {
        p = decoder.decode(window.bytes, p, to, true, record.chars(), out);
        out = decoder.out();
      } else {
        record.chars()[out++] = (char) window.bytes[p++];
      }
    }
    record.end(out, false);
  }

  /** Stands for the rows that could not be read because the data broke off between two rows. */
  private TextRecord brokenOff() {
    record.begin(line);
    record.end(record.room(0), false);
    record.fail(window.damage);
    window.damage = null;
    return record;
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
