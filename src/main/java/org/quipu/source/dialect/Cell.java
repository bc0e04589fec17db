package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the text of one canonical column comes out of the fields of a row.
 *
 * @param pieces literals, and fields in a format; a field without a value makes the whole missing
 * @param missing texts of a field that mean "no value"
 * @param values text → canonical text
 */
record Cell(
    List<Piece> pieces,
    Set<String> missing,
    ValueFormat last,
    boolean upperCase,
    Map<String, String> values)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param literal text that stands for itself, null for a field
   * @param fields positions of a field; the first that has a value gives it
   */
  record Piece(String literal, int[] fields, ValueFormat format) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** A field as it stands, in the dialect's texts for it. */
  static Cell field(int[] fields, Set<String> missing, Map<String, String> values) {
    ValueFormat plain = ValueFormat.of(null);
    return new Cell(List.of(new Piece(null, fields, plain)), missing, plain, false, values);
  }

  /** A template bound to the columns of a file; null where the file lacks one of its columns. */
  static Cell of(
      Template template, String column, Dialect dialect, Set<String> missing, FileColumns file) {
    List<Piece> pieces = new ArrayList<>();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Literal literal) {
        pieces.add(new Piece(literal.text(), null, null));
      } else if (part instanceof Template.Place place) {
        int[] fields = file.find(place.column());
        if (fields.length == 0) {
          return null;
        }
        pieces.add(new Piece(null, fields, place.format()));
      }
    }
    Set<String> all = new java.util.TreeSet<>(missing);
    all.addAll(dialect.missing());
    all.addAll(dialect.missingIn().getOrDefault(column, Set.of()));
    Integer digits = dialect.pad().get(column);
    return new Cell(
        List.copyOf(pieces),
        Set.copyOf(all),
        digits == null ? ValueFormat.of(null) : ValueFormat.padded(digits),
        dialect.upperCase().contains(column),
        dialect.valuesOf(column));
  }

  /** The canonical text; empty where missing. */
  String of(String[] row) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.literal() != null) {
        text.append(piece.literal());
        continue;
      }
      String value = first(row, piece.fields()).strip();
      if (value.isEmpty() || missing.contains(value)) {
        return "";
      }
      text.append(piece.format().apply(value));
    }
    String whole = last.apply(text.toString());
    String mapped = values.getOrDefault(whole, whole);
    return upperCase ? mapped.toUpperCase(Locale.ROOT) : mapped;
  }

  /** What it is made of, in the names of the file. */
  String describe(FileColumns file) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(
          piece.literal() != null
              ? piece.literal()
              : java.util.Arrays.stream(piece.fields())
                  .mapToObj(file.written()::get)
                  .collect(
                      java.util.stream.Collectors.joining(
                          ", ", pieces.size() > 1 ? "{" : "", pieces.size() > 1 ? "}" : "")));
    }
    return text.toString();
  }

  private static String first(String[] row, int[] fields) {
    for (int field : fields) {
      if (!row[field].isBlank()) {
        return row[field];
      }
    }
    return "";
  }

  /** Whether two columns that should be one hold different values. */
  boolean contradicts(String[] row) {
    for (Piece piece : pieces) {
      if (piece.literal() == null && piece.fields().length > 1) {
        String value = first(row, piece.fields());
        for (int field : piece.fields()) {
          if (!row[field].isBlank() && !row[field].equals(value)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
