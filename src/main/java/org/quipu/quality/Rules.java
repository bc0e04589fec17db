package org.quipu.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.quipu.source.ColumnType;
import org.quipu.source.ContractColumn;
import org.quipu.source.SourceContract;

/** The rules that each source is held to: those of its contract, and its own. */
public final class Rules {
  /** From so many answers on, equal answers are a sign. */
  private static final int LEAST_EQUAL_ANSWERS = 5;

  private Rules() {}

  /**
   * What a contract itself asks: whole rows, values where they are needed, values of their type.
   */
  public static List<Rule> ofContract(
      SourceContract contract, List<ContractColumn> further, RowLayout layout) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule.Shape(layout.width()));
    List<ContractColumn> columns = new ArrayList<>(contract.columns());
    columns.addAll(further);
    for (ContractColumn column : columns) {
      if (!layout.has(column.name())) {
        continue;
      }
      int position = layout.column(column.name());
      if (column.needsValue()) {
        rules.add(new Rule.Required(position, column.name()));
      }
      if (column.type() != ColumnType.TEXT) {
        rules.add(new Rule.Typed(position, column.name(), column.type()));
      }
    }
    return rules;
  }

  /** A value that is one of a few. */
  public static Rule oneOf(RowLayout layout, String column, String... allowed) {
    return new Rule.OneOf(layout.column(column), column, Set.of(allowed));
  }

  /** A number within bounds, either of which may be null. */
  public static Rule range(RowLayout layout, String column, BigDecimal min, BigDecimal max) {
    return new Rule.Range(layout.column(column), column, min, max);
  }

  /** A number that is not above another. */
  public static Rule notAbove(RowLayout layout, String column, String other) {
    return new Rule.NotAbove(layout.column(column), column, layout.column(other), other);
  }

  /** Where one number is given, so is another. */
  public static Rule givenWith(RowLayout layout, String column, String other) {
    return new CrossField.GivenWith(layout.column(column), column, layout.column(other), other);
  }

  /** At least one of some columns has a value. */
  public static Rule anyGiven(RowLayout layout, String... columns) {
    int[] positions = Arrays.stream(columns).mapToInt(layout::column).toArray();
    return new CrossField.AnyGiven(positions, String.join(", ", columns));
  }

  /** A row was reported in time. */
  public static Rule timely(RowLayout layout, int days) {
    return new CrossField.Timely(layout.column("period"), layout.column("reported_on"), days);
  }

  /**
   * Signs that a respondent's answers are no answers.
   *
   * @param items columns of the items
   * @param min least answer of each
   * @param max greatest answer of each
   */
  public static List<Rule> forensics(
      RowLayout layout, int[] items, List<BigDecimal> min, List<BigDecimal> max) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Forensic.StraightLine(items, LEAST_EQUAL_ANSWERS));
    rules.add(
        new Forensic.MissingCode(
            items, min.toArray(BigDecimal[]::new), max.toArray(BigDecimal[]::new)));
    if (layout.has("duration_seconds")) {
      rules.add(new Forensic.Pace(layout.column("duration_seconds"), items, Forensic.Pace.SECONDS));
    }
    return rules;
  }

  /** A code that a reference knows. */
  public static Rule known(
      RowLayout layout, String id, Set<String> known, String where, String... columns) {
    int[] positions = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      positions[i] = layout.column(columns[i]);
    }
    return new Rule.Known(id, positions, String.join("/", columns), new KnownTexts(known), where);
  }
}
