package org.quipu.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.quipu.quality.SmallSource;

/**
 * The items of a questionnaire and the dimensions that they measure; none is built in.
 *
 * @param items sorted by id
 */
public record Instrument(List<Item> items) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The instrument of an instrument file's accepted rows, one an item. */
  public static Instrument of(SmallSource source) {
    TreeMap<String, Item> items = new TreeMap<>();
    source
        .rows()
        .forEach(
            row ->
                items.put(
                    row.text("item_id"),
                    new Item(
                        row.text("item_id"),
                        row.text("dimension_id"),
                        row.decimal("min"),
                        row.decimal("max"),
                        row.flag("reversed"),
                        row.text("text_es"),
                        row.text("text_en"))));
    return new Instrument(List.copyOf(items.values()));
  }

  /** The dimensions' ids, sorted. */
  public List<String> dimensions() {
    return items.stream().map(Item::dimensionId).distinct().sorted().toList();
  }

  /** Positions in {@link #items} of a dimension's items. */
  public int[] itemsOf(String dimensionId) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).dimensionId().equals(dimensionId)) {
        positions.add(i);
      }
    }
    return positions.stream().mapToInt(Integer::intValue).toArray();
  }
}
