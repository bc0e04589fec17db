package org.quipu.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of a table are wanted, in a small part of SQL:
 *
 * <pre>
 * level = 'diresa' and percent &gt;= 50
 * unit_id in ('D01', 'D02') or percent is null
 * not (study like 'staff-%')
 * </pre>
 *
 * <p>Comparisons are {@code = != <> < <= > >=}, {@code in (…)}, {@code between … and …}, {@code
 * like} with {@code %} and {@code _}, {@code is null}, {@code is not null}; they combine with
 * {@code and}, {@code or}, {@code not} and parentheses. Text stands in single quotes, a quote in it
 * is doubled. Column names may stand in double quotes. Keywords may be in either case, names and
 * text may not.
 *
 * <ul>
 *   <li>A comparison with NULL is neither true nor false, as in SQL; only {@code is null} finds it.
 *   <li>An unquoted number compared with a text column is taken as the text it is written as, so
 *       that {@code period = 2007} does what it says and leading zeros are kept.
 *   <li>Integers compare exactly; doubles compare with the double nearest to the number written.
 *   <li>Times compare with ISO dates or instants in quotes, UTC.
 * </ul>
 */
public final class Filter {

  /** Every row. */
  public static final Filter ALL = new Filter(Set.of(), row -> Boolean.TRUE);

  private final Set<String> columns;
  private final Condition condition;

  Filter(Set<String> columns, Condition condition) {
    this.columns = columns;
    this.condition = condition;
  }

  /**
   * Reads a filter for a table with the given columns.
   *
   * @param text blank for every row
   * @throws TableException when the text is no filter (saying where, and what was expected), names
   *     an unknown column (naming the nearest) or compares a column with a value that it cannot
   *     hold
   */
  public static Filter parse(String text, List<TableColumn> columns) {
    if (text.isBlank()) {
      return ALL;
    }
    Set<String> used = new TreeSet<>();
    Condition condition = new FilterParser(text, columns, used).parse();
    return new Filter(Set.copyOf(used), condition);
  }

  /** Names of the columns that the filter looks at. */
  public Set<String> columns() {
    return columns;
  }

  /** Whether a row is wanted. */
  public boolean matches(Row row) {
    return Boolean.TRUE.equals(condition.test(row));
  }

  /** A condition in three-valued logic: true, false, or null for unknown. */
  @FunctionalInterface
  interface Condition {
    Boolean test(Row row);

    default Condition and(Condition other) {
      return row -> {
        Boolean left = test(row);
        if (Boolean.FALSE.equals(left)) {
          return left;
        }
        Boolean right = other.test(row);
        return Boolean.FALSE.equals(right) || left != null ? right : null;
      };
    }

    default Condition or(Condition other) {
      return row -> {
        Boolean left = test(row);
        if (Boolean.TRUE.equals(left)) {
          return left;
        }
        Boolean right = other.test(row);
        return Boolean.TRUE.equals(right) || left != null ? right : null;
      };
    }

    default Condition not() {
      return row -> {
        Boolean value = test(row);
        return value == null ? null : Boolean.valueOf(!value);
      };
    }
  }
}
