package org.quipu.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.quipu.table.Filter.Condition;
import org.quipu.table.FilterToken.Kind;

/** Recursive descent over the words of a filter: or, and, not, comparison. */
final class FilterParser {

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "null", "like", "between", "true", "false");

  private final String filter;
  private final List<TableColumn> columns;
  private final Set<String> used;
  private final List<FilterToken> tokens;
  private int next;

  FilterParser(String filter, List<TableColumn> columns, Set<String> used) {
    this.filter = filter;
    this.columns = columns;
    this.used = used;
    this.tokens = FilterToken.split(filter);
  }

  Condition parse() {
    Condition condition = or();
    if (peek().kind() != Kind.END) {
      throw expected(new Text("and, or, or the end", "and, or o el final"));
    }
    return condition;
  }

  private Condition or() {
    Condition condition = and();
    while (accept("or")) {
      condition = condition.or(and());
    }
    return condition;
  }

  private Condition and() {
    Condition condition = not();
    while (accept("and")) {
      condition = condition.and(not());
    }
    return condition;
  }

  private Condition not() {
    if (accept("not")) {
      return not().not();
    } else if (accept("(")) {
      Condition condition = or();
      expect(")");
      return condition;
    }
    return comparison();
  }

  private Condition comparison() {
    TableColumn column = column();
    if (accept("is")) {
      boolean negated = accept("not");
      expect("null");
      return row -> (row.value(column.name()) == null) != negated;
    }
    if (accept("not")) {
      return membership(column, new Text("in, like or between", "in, like o between")).not();
    }
    FilterToken operator = peek();
    if (operator.kind() != Kind.SYMBOL || operator.is("(") || operator.is(")")) {
      return membership(
          column,
          new Text(
              "=, !=, <, <=, >, >=, in, like, between or is",
              "=, !=, <, <=, >, >=, in, like, between o is"));
    }
    next++;
    IntPredicate holds =
        switch (operator.text()) {
          case "=", "==" -> order -> order == 0;
          case "!=", "<>" -> order -> order != 0;
          case "<" -> order -> order < 0;
          case "<=" -> order -> order <= 0;
          case ">" -> order -> order > 0;
          case ">=" -> order -> order >= 0;
          default -> throw expected(operator, new Text("a comparison", "una comparación"));
        };
    return compare(column, literal(column), holds);
  }

  private Condition membership(TableColumn column, Text allowed) {
    if (accept("in")) {
      expect("(");
      List<Condition> equal = new ArrayList<>();
      do {
        equal.add(compare(column, literal(column), order -> order == 0));
      } while (accept(","));
      expect(")");
      return equal.stream().reduce(Condition::or).orElseThrow();
    } else if (accept("between")) {
      Condition from = compare(column, literal(column), order -> order >= 0);
      expect("and");
      return from.and(compare(column, literal(column), order -> order <= 0));
    } else if (accept("like")) {
      return like(column);
    }
    throw expected(allowed);
  }

  private Condition like(TableColumn column) {
    FilterToken token = peek();
    if (column.type() != ColumnType.STRING || token.kind() != Kind.TEXT) {
      throw expected(
          token,
          new Text(
              "a text column and a pattern in quotes about like",
              "una columna de texto y un patrón entre comillas junto a like"));
    }
    next++;
    StringBuilder regex = new StringBuilder();
    token
        .text()
        .codePoints()
        .forEach(
            letter ->
                regex.append(
                    letter == '%'
                        ? ".*"
                        : letter == '_' ? "." : Pattern.quote(Character.toString(letter))));
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return row -> {
      Object value = row.value(column.name());
      return value == null ? null : pattern.matcher((String) value).matches();
    };
  }

  private static Condition compare(TableColumn column, FilterLiteral literal, IntPredicate holds) {
    return row -> {
      Object value = row.value(column.name());
      return value == null || literal.isNull() ? null : holds.test(literal.order(value));
    };
  }

  private TableColumn column() {
    FilterToken token = peek();
    boolean keyword = token.kind() == Kind.NAME && KEYWORDS.stream().anyMatch(token::is);
    if (keyword || (token.kind() != Kind.NAME && token.kind() != Kind.QUOTED_NAME)) {
      throw expected(new Text("a column", "una columna"));
    }
    next++;
    List<String> names = columns.stream().map(TableColumn::name).toList();
    int at = names.indexOf(token.text());
    if (at < 0) {
      throw Nearest.unknownColumn(token.text(), names);
    }
    used.add(token.text());
    return columns.get(at);
  }

  private FilterLiteral literal(TableColumn column) {
    FilterToken token = peek();
    boolean word =
        token.kind() == Kind.NAME && (token.is("true") || token.is("false") || token.is("null"));
    if (!word && token.kind() != Kind.TEXT && token.kind() != Kind.NUMBER) {
      throw expected(
          token.kind() == Kind.NAME
              ? new Text(
                  "a value (text stands in single quotes)",
                  "un valor (el texto va entre comillas simples)")
              : new Text("a value", "un valor"));
    }
    next++;
    return FilterLiteral.of(column, token);
  }

  private FilterToken peek() {
    return tokens.get(next);
  }

  private boolean accept(String word) {
    if (peek().is(word)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!accept(word)) {
      throw expected(new Text(word, word));
    }
  }

  private TableException expected(Text what) {
    return expected(peek(), what);
  }

  private TableException expected(FilterToken token, Text what) {
    return new TableException(
        new Text(
            "At character %d of the filter: expected %s, found %s: %s"
                .formatted(token.at(), what.en(), token.shown().en(), filter),
            "En el carácter %d del filtro: se esperaba %s, hay %s: %s"
                .formatted(token.at(), what.es(), token.shown().es(), filter)));
  }
}
