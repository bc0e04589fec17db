package org.quipu.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;

/** Records of delimited text (RFC 4180 and its relatives) without a String per field. */
final class CsvRecordReader implements RecordReader {
  private final CsvReader<TextRecord> reader;
  private final CloseableIterator<TextRecord> records;

  /**
   * @param text the records, the first of which stands on {@code firstLine} of the file
   */
  @SuppressWarnings("removal") // the library's later names for leniency are not out yet
  CsvRecordReader(Reader text, char separator, long firstLine) {
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .skipEmptyLines(true)
            .build(new Filler(firstLine - 1), text);
    this.records = reader.iterator();
  }

  @Override
  public TextRecord next() {
    return records.hasNext() ? records.next() : null;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Fills one record over and over: the reader hands out fields as slices of its buffer. */
  private static final class Filler extends AbstractBaseCsvCallbackHandler<TextRecord> {
    private final TextRecord record = new TextRecord();
    private final long linesBefore;

    Filler(long linesBefore) {
      this.linesBefore = linesBefore;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      record.begin(linesBefore + startingLineNumber);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      record.add(buffer, offset, length, quoted);
    }

    @Override
    protected TextRecord buildRecord() {
      return record;
    }
  }
}
