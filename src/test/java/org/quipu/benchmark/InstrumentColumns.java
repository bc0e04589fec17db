package org.quipu.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The items of an instrument as columns, and the SQL of their scores. */
record InstrumentColumns(List<Item> items) {

  /** One item. */
  record Item(String id, String dimension, int min, int max, boolean reversed) {

    /** The answer turned into the dimension's direction. */
    String scored() {
      return reversed ? "(" + (min + max) + " - " + id + ")" : id;
    }

    String onScale() {
      return id + " BETWEEN " + min + " AND " + max;
    }
  }

  /** Items that make one score. */
  record Scale(String id, List<Item> items) {

    String rawSum() {
      return items.stream()
          .map(item -> "coalesce(" + item.scored() + ", 0)")
          .collect(Collectors.joining(" + "));
    }

    String rawAnswers() {
      return items.stream()
          .map(item -> "(" + item.id() + " IS NOT NULL)::INTEGER")
          .collect(Collectors.joining(" + "));
    }

    String cleanSum() {
      return items.stream()
          .map(item -> "CASE WHEN %s THEN %s ELSE 0 END".formatted(item.onScale(), item.scored()))
          .collect(Collectors.joining(" + "));
    }

    String cleanAnswers() {
      return items.stream()
          .map(item -> "coalesce((%s)::INTEGER, 0)".formatted(item.onScale()))
          .collect(Collectors.joining(" + "));
    }
  }

  /** Whether a respondent has no answer outside its item's scale. */
  String allOnScale() {
    return items.stream()
        .collect(Collectors.groupingBy(item -> List.of(item.min(), item.max())))
        .entrySet()
        .stream()
        .map(
            entry -> {
              String ids =
                  entry.getValue().stream().map(Item::id).collect(Collectors.joining(", "));
              return "coalesce(least(%1$s) >= %2$d AND greatest(%1$s) <= %3$d, true)"
                  .formatted(ids, entry.getKey().get(0), entry.getKey().get(1));
            })
        .sorted()
        .collect(Collectors.joining(" AND "));
  }

  static InstrumentColumns read(Connection connection, String file) throws SQLException {
    List<Item> items = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT item_id, dimension_id, min, max, reversed = '1'"
                    + " FROM read_csv('%s', all_varchar = true)".formatted(file))) {
      while (rows.next()) {
        items.add(
            new Item(
                rows.getString(1),
                rows.getString(2),
                rows.getInt(3),
                rows.getInt(4),
                rows.getBoolean(5)));
      }
    }
    return new InstrumentColumns(List.copyOf(items));
  }

  /** The dimensions in the order of the instrument. */
  List<Scale> dimensions() {
    Map<String, List<Item>> byDimension = new LinkedHashMap<>();
    items.forEach(
        item -> byDimension.computeIfAbsent(item.dimension(), k -> new ArrayList<>()).add(item));
    return byDimension.entrySet().stream()
        .map(entry -> new Scale(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The dimensions, and the scale of all items. */
  List<Scale> scales() {
    List<Scale> scales = new ArrayList<>(dimensions());
    scales.add(new Scale("all", items));
    return scales;
  }

  String quotedItems() {
    return items.stream().map(item -> "'" + item.id() + "'").collect(Collectors.joining(", "));
  }

  String quotedDimensions() {
    return dimensions().stream()
        .map(dimension -> "'" + dimension.id() + "'")
        .collect(Collectors.joining(", "));
  }
}
