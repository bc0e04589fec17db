package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.summary.SurveyView;
import org.quipu.survey.Instrument;

/**
 * What is measured of each respondent: an item, a dimension, or the scale of all items.
 *
 * @param id the item's or dimension's id, {@code all} for the scale
 * @param position in {@link Instrument#items()} or {@link Instrument#dimensions()}; the scale
 *     follows the last dimension
 */
record StaffVariable(Kind kind, String id, int position) {
  /** The id of the scale of all items. */
  static final String ALL = "all";

  /** What a variable is, apart from its name. */
  enum Kind {
    ITEM("item"),
    DIMENSION("dimension"),
    SCALE("scale");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in result tables. */
    String id() {
      return id;
    }
  }

  /** Items, then dimensions, then the scale. */
  static List<StaffVariable> of(Instrument instrument) {
    List<StaffVariable> variables = new ArrayList<>();
    for (int item = 0; item < instrument.items().size(); item++) {
      variables.add(new StaffVariable(Kind.ITEM, instrument.items().get(item).itemId(), item));
    }
    variables.addAll(dimensions(instrument));
    variables.add(new StaffVariable(Kind.SCALE, ALL, instrument.dimensions().size()));
    return variables;
  }

  /** The dimensions alone. */
  static List<StaffVariable> dimensions(Instrument instrument) {
    List<StaffVariable> variables = new ArrayList<>();
    for (int dimension = 0; dimension < instrument.dimensions().size(); dimension++) {
      String id = instrument.dimensions().get(dimension);
      variables.add(new StaffVariable(Kind.DIMENSION, id, dimension));
    }
    return variables;
  }

  boolean isItem() {
    return kind == Kind.ITEM;
  }

  /** Its place in {@link #of}. */
  int index(Instrument instrument) {
    return isItem() ? position : instrument.items().size() + position;
  }

  /** Its values in a unit. */
  FrequencyTable table(SurveyView view, Level level, String unit) {
    return isItem() ? view.item(level, unit, position) : view.score(level, unit, position);
  }

  /** Its values in every unit of a level, in the order of units. */
  List<FrequencyTable> listed(SurveyView view, Level level) {
    return view.units(level).stream().map(unit -> table(view, level, unit)).toList();
  }

  /** Its values in every unit of a level, by unit. */
  SortedMap<String, FrequencyTable> tables(SurveyView view, Level level) {
    SortedMap<String, FrequencyTable> tables = new TreeMap<>();
    view.units(level).forEach(unit -> tables.put(unit, table(view, level, unit)));
    return tables;
  }

  /** Respondents of a unit without a value. */
  long missing(SurveyView view, Level level, String unit) {
    return isItem()
        ? view.itemMissing(level, unit, position)
        : view.scoreMissing(level, unit, position);
  }
}
