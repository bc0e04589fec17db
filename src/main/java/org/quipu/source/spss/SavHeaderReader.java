package org.quipu.source.spss;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;

/** Reads the records before the cases. */
final class SavHeaderReader {
  private static final int VARIABLE = 2;
  private static final int VALUE_LABELS = 3;
  private static final int VALUE_LABEL_VARIABLES = 4;
  private static final int DOCUMENTS = 6;
  private static final int EXTENSION = 7;
  private static final int END = 999;

  /** More labels or variables than any file has. */
  private static final int MOST = 1_000_000;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final SavInput in;
  private final SavDictionary dictionary = new SavDictionary();
  private Charset named;
  private Charset coded;
  private double systemMissing = -Double.MAX_VALUE;
  private long cases;

  SavHeaderReader(SavInput in) {
    this.in = in;
  }

  SavHeader read() throws IOException {
    String magic = new String(in.bytes(4), StandardCharsets.US_ASCII);
    if (!magic.equals("$FL2") && !magic.equals("$FL3")) {
      throw new SavFormatException(
          "it does not begin as an SPSS system file does ($FL2)",
          "no empieza como un archivo de sistema de SPSS ($FL2)");
    }
    in.skip(60);
    byte[] layout = in.bytes(4);
    in.order(orderOf(layout));
    in.integer();
    int compression = in.integer();
    in.integer();
    cases = in.integer();
    double bias = in.number();
    in.skip(9 + 8 + 64 + 3);
    for (int type = in.integer(); type != END; type = in.integer()) {
      record(type);
    }
    in.integer();
    Charset charset = named != null ? named : coded != null ? coded : WINDOWS_1252;
    return new SavHeader(
        dictionary.variables(charset, in.order()),
        cases,
        magic.equals("$FL3") ? SavHeader.ZLIB : compression,
        bias,
        systemMissing,
        in.order(),
        charset);
  }

  /** The layout code is 2 or 3 in the byte order of the file. */
  private static ByteOrder orderOf(byte[] layout) throws SavFormatException {
    int little = ByteBuffer.wrap(layout).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (little == 2 || little == 3) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    int big = ByteBuffer.wrap(layout).getInt();
    if (big == 2 || big == 3) {
      return ByteOrder.BIG_ENDIAN;
    }
    throw new SavFormatException(
        "its layout code " + little + " is neither 2 nor 3",
        "su código de formato " + little + " no es 2 ni 3");
  }

  private void record(int type) throws IOException {
    switch (type) {
      case VARIABLE -> variable();
      case VALUE_LABELS -> valueLabels();
      case DOCUMENTS -> in.skip(Math.multiplyExact(in.integer(), 80));
      case EXTENSION -> extension();
      default ->
          throw new SavFormatException(
              "at byte " + in.position() + " there is a record of the unknown type " + type,
              "en el byte " + in.position() + " hay un registro del tipo desconocido " + type);
    }
  }

  private void variable() throws IOException {
    int width = within(-1, in.integer(), 255, "width", "ancho");
    boolean hasLabel = in.integer() != 0;
    int missing =
        within(-3, in.integer(), 3, "number of missing values", "número de valores perdidos");
    int print = in.integer();
    in.integer();
    byte[] name = in.bytes(8);
    byte[] label = {};
    if (hasLabel) {
      int length = in.integer();
      label = Arrays.copyOf(in.bytes(roundUp(length, 4)), length);
    }
    byte[][] values = new byte[Math.abs(missing)][];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.bytes(8);
    }
    dictionary.add(
        new SavDictionary.Raw(width, print >> 16 & 0xff, name, label, missing < 0, values));
  }

  private void valueLabels() throws IOException {
    int count = count();
    byte[][] values = new byte[count][];
    byte[][] labels = new byte[count][];
    for (int i = 0; i < count; i++) {
      values[i] = in.bytes(8);
      int length = in.bytes(1)[0] & 0xff;
      labels[i] = Arrays.copyOf(in.bytes(roundUp(length + 1, 8) - 1), length);
    }
    int type = in.integer();
    if (type != VALUE_LABEL_VARIABLES) {
      throw new SavFormatException(
          "value labels without their variables at byte " + in.position(),
          "etiquetas de valores sin sus variables en el byte " + in.position());
    }
    int[] variables = new int[count()];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = in.integer() - 1;
    }
    dictionary.label(values, labels, variables);
  }

  private int count() throws IOException {
    return within(0, in.integer(), MOST, "count", "cantidad");
  }

  private int within(int min, int value, int max, String en, String es) throws SavFormatException {
    if (value < min || value > max) {
      throw new SavFormatException(
          "the %s %d before byte %d is not from %d to %d"
              .formatted(en, value, in.position(), min, max),
          "el valor de %s %d antes del byte %d no está entre %d y %d"
              .formatted(es, value, in.position(), min, max));
    }
    return value;
  }

  private void extension() throws IOException {
    int subtype = in.integer();
    int size = in.integer();
    int count = in.integer();
    byte[] data = in.bytes(Math.multiplyExact(size, count));
    ByteBuffer numbers = ByteBuffer.wrap(data).order(in.order());
    switch (subtype) {
      case 3 -> coded = ofCode(numbers.getInt(28));
      case 4 -> systemMissing = numbers.getDouble(0);
      case 13 -> dictionary.longNames(data);
      case 14 -> dictionary.veryLongStrings(data);
      case 16 -> cases = numbers.getLong(8);
      case 20 -> named = ofName(new String(data, StandardCharsets.US_ASCII).strip());
      case 21 -> dictionary.longStringLabels(numbers);
      case 22 -> dictionary.longStringMissing(numbers);
      default -> {
        // Display settings, roles, dates of change: nothing that a value depends on.
      }
    }
  }

  private static Charset ofName(String name) {
    try {
      return latin1AsWindows(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Code pages of Windows, and 2 and 3 for some kind of ASCII. */
  private static Charset ofCode(int code) {
    return switch (code) {
      case 65001 -> StandardCharsets.UTF_8;
      case 2, 3, 28591 -> WINDOWS_1252;
      default -> {
        Charset windows = ofName("windows-" + code);
        yield windows != null ? windows : ofName("cp" + code);
      }
    };
  }

  private static Charset latin1AsWindows(Charset charset) {
    return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
        ? WINDOWS_1252
        : charset;
  }

  static int roundUp(int length, int multiple) {
    return (length + multiple - 1) / multiple * multiple;
  }
}
