package org.quipu.quality;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.quipu.source.ColumnType;

/** Something that every row of a source must hold to, as data: an id, a severity and a test. */
public sealed interface Rule extends Serializable
    permits Rule.Readable,
        Rule.Shape,
        Rule.Required,
        Rule.Typed,
        Rule.OneOf,
        Rule.Range,
        Rule.OnScale,
        Rule.NotAbove,
        Rule.Known,
        Forensic,
        CrossField,
        Own,
        Own.Fits,
        Decided {

  /** Lower snake_case, unique within the source. */
  String id();

  /** A row that breaks a rule is quarantined unless the rule says otherwise. */
  default Severity severity() {
    return Severity.REJECT;
  }

  /**
   * Whether the user has made or changed it, so that only looking at each row tells if it passes.
   */
  default boolean isOwn() {
    return false;
  }

  /** What it measures against; empty where it measures nothing. */
  default Optional<BigDecimal> threshold() {
    return Optional.empty();
  }

  /** The same rule with another threshold; only for rules that have one. */
  default Rule withThreshold(BigDecimal threshold) {
    throw new IllegalStateException(id() + " has no threshold");
  }

  /** What the rule asks, of any row. */
  Sentence meaning();

  /** Whether a row holds to the rule. */
  boolean passes(RowView row);

  /** Why a row that failed did: the column, the value and what is allowed. */
  Sentence failure(RowView row);

  /** The reader could make sense of a record. */
  record Readable() implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "row_readable";
    }

    @Override
    public Sentence meaning() {
      return new Sentence("A row can be read.", "Una fila se puede leer.");
    }

    @Override
    public boolean passes(RowView row) {
      return row.record().defect() == null;
    }

    @Override
    public Sentence failure(RowView row) {
      return new Sentence(row.record().defect().en(), row.record().defect().es());
    }
  }

  /** A record has as many fields as the header has names. */
  record Shape(int width) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "row_shape";
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "A row has as many fields as the header.",
          "Una fila tiene tantos campos como el encabezado.");
    }

    @Override
    public boolean passes(RowView row) {
      return row.record().width() == width;
    }

    @Override
    public Sentence failure(RowView row) {
      int fields = row.record().width();
      return new Sentence(
          "The row has " + fields + " fields; the header has " + width + ".",
          "La fila tiene " + fields + " campos; el encabezado tiene " + width + ".");
    }
  }

  /** A column has a value. */
  record Required(int column, String name) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_required";
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Column " + name + " has a value.", "La columna " + name + " tiene un valor.");
    }

    @Override
    public boolean passes(RowView row) {
      return !row.isMissing(column);
    }

    @Override
    public Sentence failure(RowView row) {
      return new Sentence(
          "Column " + name + " is empty; a value is required.",
          "La columna " + name + " está vacía; se requiere un valor.");
    }
  }

  /** A value is of its column's type. */
  record Typed(int column, String name, ColumnType type) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_type";
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Column " + name + " holds " + type.english() + ".",
          "La columna " + name + " contiene " + type.spanish() + ".");
    }

    @Override
    public boolean passes(RowView row) {
      return !row.isInvalid(column);
    }

    @Override
    public Sentence failure(RowView row) {
      Sentence said = Sentences.notAllowed(name, row.text(column), type.english(), type.spanish());
      return OtherWritings.hint(type, name, row.text(column))
          .map(hint -> new Sentence(said.en() + " " + hint.en(), said.es() + " " + hint.es()))
          .orElse(said);
    }
  }

  /** A value is one of a few. */
  record OneOf(int column, String name, Set<String> allowed) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_allowed";
    }

    @Override
    public Sentence meaning() {
      String list = Sentences.list(allowed);
      return new Sentence(
          "Column " + name + " is one of: " + list + ".",
          "La columna " + name + " es una de: " + list + ".");
    }

    @Override
    public boolean passes(RowView row) {
      return row.isMissing(column) || allowed.contains(row.text(column));
    }

    @Override
    public Sentence failure(RowView row) {
      String list = Sentences.list(allowed);
      return Sentences.notAllowed(name, row.text(column), "one of " + list, "una de " + list);
    }
  }

  /** A number lies within bounds, either of which may be null. */
  record Range(int column, String name, BigDecimal min, BigDecimal max) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_range";
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Column " + name + " lies within " + bounds() + ".",
          "La columna " + name + " está dentro de " + bounds() + ".");
    }

    @Override
    public boolean passes(RowView row) {
      if (!row.isValid(column)) {
        return true;
      }
      BigDecimal value = row.decimal(column);
      return (min == null || value.compareTo(min) >= 0)
          && (max == null || value.compareTo(max) <= 0);
    }

    @Override
    public Sentence failure(RowView row) {
      return Sentences.notAllowed(
          name, row.text(column), "a number within " + bounds(), "un número dentro de " + bounds());
    }

    private String bounds() {
      return "["
          + (min == null ? "-∞" : min.toPlainString())
          + ", "
          + (max == null ? "∞" : max.toPlainString())
          + "]";
    }
  }

  /** An answer lies on its item's scale; one that does not is kept in raw analyses. */
  record OnScale(int column, String name, BigDecimal min, BigDecimal max) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_on_scale";
    }

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Answers to " + name + " lie on the scale from " + min + " to " + max + ".",
          "Las respuestas a " + name + " están en la escala de " + min + " a " + max + ".");
    }

    @Override
    public boolean passes(RowView row) {
      if (!row.isValid(column)) {
        return true;
      }
      BigDecimal answer = row.decimal(column);
      return answer.compareTo(min) >= 0 && answer.compareTo(max) <= 0;
    }

    @Override
    public Sentence failure(RowView row) {
      return Sentences.notAllowed(
          name, row.text(column), min + " to " + max, "de " + min + " a " + max);
    }
  }

  /** A number is not above another of the same row. */
  record NotAbove(int column, String name, int other, String otherName) implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return name + "_not_above_" + otherName;
    }

    @Override
    public Sentence meaning() {
      return new Sentence(
          "Column " + name + " is not above " + otherName + ".",
          "La columna " + name + " no es mayor que " + otherName + ".");
    }

    @Override
    public boolean passes(RowView row) {
      return !row.isValid(column)
          || !row.isValid(other)
          || row.decimal(column).compareTo(row.decimal(other)) <= 0;
    }

    @Override
    public Sentence failure(RowView row) {
      String limit = otherName + " = " + row.text(other);
      return Sentences.notAllowed(
          name, row.text(column), "at most " + limit, "como máximo " + limit);
    }
  }

  /** A code is known to a reference: the registry, the codebook, the catalog. */
  record Known(String id, int[] columns, String name, KnownTexts known, String where)
      implements Rule {
    private static final long serialVersionUID = 1L;

    @Override
    public Sentence meaning() {
      return new Sentence(
          "The code in " + name + " is known to " + where + ".",
          "El código en " + name + " figura en " + where + ".");
    }

    @Override
    public boolean passes(RowView row) {
      for (int column : columns) {
        if (row.isMissing(column)) {
          return true;
        }
      }
      return columns.length == 1
          ? known.contains(row.record().chars(), row.start(columns[0]), row.end(columns[0]))
          : known.contains(key(row, columns));
    }

    @Override
    public Sentence failure(RowView row) {
      String code = key(row, columns).replace(KEY_SEPARATOR, "/");
      return new Sentence(
          "Column " + name + " holds '" + code + "', which " + where + " does not have.",
          "La columna " + name + " contiene «" + code + "», que no figura en " + where + ".");
    }
  }

  /** Stands between the parts of a key; no file of the field holds it. */
  String KEY_SEPARATOR = "\u001f";

  /** The values of some columns as one text. */
  static String key(RowView row, int... columns) {
    if (columns.length == 1) {
      return row.text(columns[0]);
    }
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < columns.length; i++) {
      key.append(i == 0 ? "" : KEY_SEPARATOR).append(row.text(columns[i]));
    }
    return key.toString();
  }
}
