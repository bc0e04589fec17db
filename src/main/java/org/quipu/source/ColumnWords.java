package org.quipu.source;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What the numbers of a row group's dictionary stand for. */
final class ColumnWords {
  private final Dictionary dictionary;
  private final boolean isInt;

  /** Once they were asked for. */
  private long[] numbers;

  private byte[][] texts;

  ColumnWords(ColumnDescriptor column, DictionaryPage page) throws IOException {
    dictionary = page.getEncoding().initDictionary(column, page);
    isInt = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32;
  }

  int size() {
    return dictionary.getMaxId() + 1;
  }

  /** Of a column of numbers, what each stands for. */
  long[] numbers() {
    if (numbers == null) {
      numbers = new long[size()];
      Arrays.setAll(
          numbers, id -> isInt ? dictionary.decodeToInt(id) : dictionary.decodeToLong(id));
    }
    return numbers;
  }

  /** Of a column of texts, the bytes of one. */
  byte[] text(int id) {
    if (texts == null) {
      texts = new byte[size()][];
    }
    if (texts[id] == null) {
      texts[id] = dictionary.decodeToBinary(id).getBytes();
    }
    return texts[id];
  }
}
