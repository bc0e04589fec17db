package org.quipu.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quipu.registry.Level;

/**
 * Rows of some units of one level, made each time that they are asked for, unit by unit: those of
 * all units of a country would fill the memory.
 *
 * @param rows in any order
 */
public record UnitPart<R extends Record>(Level level, Supplier<Stream<R>> rows) {

  /**
   * Parts of whole units, each behind the one before by the names of level and unit.
   *
   * @param units of a level, sorted by their names
   * @param size units of a part; the last one of a level may have fewer
   * @param rows of a unit
   */
  static <U, R extends Record> List<UnitPart<R>> of(
      Collection<Level> levels,
      Function<Level, List<U>> units,
      int size,
      BiFunction<Level, U, List<R>> rows) {
    List<UnitPart<R>> parts = new ArrayList<>();
    for (Level level : levels.stream().sorted(Comparator.comparing(Level::id)).toList()) {
      List<U> all = units.apply(level);
      for (int from = 0; from < all.size(); from += size) {
        List<U> some = all.subList(from, Math.min(all.size(), from + size));
        parts.add(
            new UnitPart<>(
                level, () -> some.stream().flatMap(unit -> rows.apply(level, unit).stream())));
      }
    }
    return parts;
  }
}
