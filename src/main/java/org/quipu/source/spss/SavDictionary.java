package org.quipu.source.spss;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.source.NumberText;

/** Gathers what the records say of variables; texts can be decoded only when all are read. */
final class SavDictionary {
  private static final int SEGMENT = 255;

  /** Bytes of the longest text that SPSS has. */
  private static final int LONGEST = 32_767;

  /** Of a text above 255 bytes, SPSS counts 252 bytes a segment. */
  private static final int COUNTED_IN_SEGMENT = 252;

  /** A variable record as it stands in the file; a width of −1 continues the one before. */
  record Raw(int width, int format, byte[] name, byte[] label, boolean range, byte[][] missing) {}

  private record Labels(byte[][] values, byte[][] labels, int[] variables) {}

  private record LongLabel(byte[] variable, byte[] value, byte[] label) {}

  private record LongMissing(byte[] variable, byte[] value) {}

  private final List<Raw> records = new ArrayList<>();
  private final List<Labels> labels = new ArrayList<>();
  private final List<LongLabel> longLabels = new ArrayList<>();
  private final List<LongMissing> longMissing = new ArrayList<>();
  private byte[] longNames = {};
  private byte[] veryLong = {};

  void add(Raw record) {
    records.add(record);
  }

  void label(byte[][] values, byte[][] texts, int[] variables) {
    labels.add(new Labels(values, texts, variables));
  }

  void longNames(byte[] data) {
    this.longNames = data;
  }

  void veryLongStrings(byte[] data) {
    this.veryLong = data;
  }

  void longStringLabels(ByteBuffer data) {
    while (data.remaining() >= 12) {
      byte[] variable = piece(data);
      data.getInt();
      for (int left = data.getInt(); left > 0; left--) {
        longLabels.add(new LongLabel(variable, piece(data), piece(data)));
      }
    }
  }

  void longStringMissing(ByteBuffer data) {
    while (data.remaining() >= 9) {
      byte[] variable = piece(data);
      int count = data.get();
      int width = data.getInt();
      for (int i = 0; i < count; i++) {
        longMissing.add(new LongMissing(variable, piece(data, width)));
      }
    }
  }

  private static byte[] piece(ByteBuffer data) {
    return piece(data, data.getInt());
  }

  /** A piece whose length is checked before room is made for it. */
  private static byte[] piece(ByteBuffer data, int length) {
    if (length < 0 || length > data.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    data.get(bytes);
    return bytes;
  }

  /** The variables, now that the encoding is known. */
  List<SavVariable> variables(Charset charset, ByteOrder order) {
    Map<String, String> names = pairs(longNames, charset);
    Map<String, String> widths = pairs(veryLong, charset);
    List<SavVariable> variables = new ArrayList<>();
    for (int i = 0; i < records.size(); ) {
      Raw first = records.get(i);
      String shortName = text(first.name(), charset);
      int width = first.width();
      String declared = widths.get(shortName.toUpperCase(Locale.ROOT));
      if (declared != null) {
        width = Integer.parseInt(declared.strip());
      }
      // A continuation that continues nothing would never end.
      if (width < 0 || width > LONGEST) {
        throw new IllegalArgumentException("width " + width);
      }
      List<SavVariable.Segment> segments = segments(width);
      String name = names.getOrDefault(shortName.toUpperCase(Locale.ROOT), shortName);
      variables.add(
          new SavVariable(
              name,
              text(first.label(), charset),
              width,
              first.format(),
              segments,
              labels(i, name, first.width(), charset, order),
              missing(first, name, charset, order)));
      i += segments.stream().mapToInt(SavVariable.Segment::elements).sum();
    }
    return List.copyOf(variables);
  }

  private static List<SavVariable.Segment> segments(int width) {
    if (width == 0) {
      return List.of(new SavVariable.Segment(1, 8));
    }
    if (width <= SEGMENT) {
      return List.of(new SavVariable.Segment(SavHeaderReader.roundUp(width, 8) / 8, width));
    }
    List<SavVariable.Segment> segments = new ArrayList<>();
    int count = (width + COUNTED_IN_SEGMENT - 1) / COUNTED_IN_SEGMENT;
    for (int i = 0; i < count - 1; i++) {
      segments.add(new SavVariable.Segment(32, SEGMENT));
    }
    int last = width - (count - 1) * COUNTED_IN_SEGMENT;
    segments.add(new SavVariable.Segment(SavHeaderReader.roundUp(last, 8) / 8, last));
    return List.copyOf(segments);
  }

  private Map<String, String> labels(
      int at, String name, int width, Charset charset, ByteOrder order) {
    Map<String, String> map = new TreeMap<>();
    for (Labels each : labels) {
      if (Arrays.stream(each.variables()).anyMatch(index -> index == at)) {
        for (int i = 0; i < each.values().length; i++) {
          byte[] value = each.values()[i];
          map.put(
              width == 0 ? NumberText.of(number(value, order)) : text(value, charset),
              text(each.labels()[i], charset));
        }
      }
    }
    for (LongLabel each : longLabels) {
      if (text(each.variable(), charset).equals(name)) {
        map.put(text(each.value(), charset), text(each.label(), charset));
      }
    }
    return map;
  }

  private SavVariable.Missing missing(Raw raw, String name, Charset charset, ByteOrder order) {
    List<String> texts = new ArrayList<>();
    for (LongMissing each : longMissing) {
      if (text(each.variable(), charset).equals(name)) {
        texts.add(text(each.value(), charset));
      }
    }
    if (raw.width() != 0) {
      Arrays.stream(raw.missing()).forEach(value -> texts.add(text(value, charset)));
      return new SavVariable.Missing(Double.NaN, Double.NaN, List.of(), List.copyOf(texts));
    }
    List<Double> numbers = Arrays.stream(raw.missing()).map(value -> number(value, order)).toList();
    if (!raw.range()) {
      return new SavVariable.Missing(Double.NaN, Double.NaN, numbers, List.of());
    }
    return new SavVariable.Missing(
        numbers.get(0), numbers.get(1), numbers.subList(2, numbers.size()), List.of());
  }

  /** {@code KEY=value} pairs with tabs between them, by key in upper case. */
  private static Map<String, String> pairs(byte[] data, Charset charset) {
    Map<String, String> map = new TreeMap<>();
    for (String pair : new String(data, charset).split("\t", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1).replace("\0", "");
        map.put(pair.substring(0, equals).replace("\0", "").toUpperCase(Locale.ROOT), value);
      }
    }
    return map;
  }

  private static double number(byte[] value, ByteOrder order) {
    return ByteBuffer.wrap(value).order(order).getDouble();
  }

  static String text(byte[] bytes, Charset charset) {
    int length = bytes.length;
    while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == 0)) {
      length--;
    }
    return new String(bytes, 0, length, charset == null ? StandardCharsets.UTF_8 : charset);
  }
}
