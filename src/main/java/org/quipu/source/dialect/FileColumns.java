package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of one file, by the names that they stand there with and those that they go by. Of
 * several columns with one name (versions of a form) a row has a value in one.
 *
 * @param written as they stand in the file
 * @param names as they go by, without group prefixes and the like
 * @param groups what stands between a group and the name in it; empty where there are no groups
 */
record FileColumns(List<String> written, List<String> names, String groups)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static FileColumns of(Dialect dialect, List<String> written) {
    List<String> names = new ArrayList<>();
    for (String name : written) {
      String known = name;
      for (Map.Entry<HeaderPattern, HeaderPattern> each : dialect.rename().entrySet()) {
        Optional<Map<String, String>> captured = each.getKey().match(name);
        if (captured.isPresent()) {
          known = each.getValue().fill(captured.get());
          break;
        }
      }
      names.add(known);
    }
    return new FileColumns(List.copyOf(written), List.copyOf(names), dialect.groups());
  }

  int width() {
    return written.size();
  }

  /**
   * Positions of a name; exact before folded, as it stands before as it goes by, outside of groups
   * before inside one.
   */
  int[] find(String name) {
    List<String> ungrouped =
        groups.isEmpty()
            ? List.of()
            : written.stream().map(each -> each.substring(each.lastIndexOf(groups) + 1)).toList();
    for (boolean folded : new boolean[] {false, true}) {
      for (List<String> list : List.of(written, names, ungrouped)) {
        int[] found =
            java.util.stream.IntStream.range(0, list.size())
                .filter(
                    i ->
                        folded
                            ? folded(list.get(i)).equals(folded(name))
                            : list.get(i).equals(name))
                .toArray();
        if (found.length > 0) {
          return found;
        }
      }
    }
    return new int[0];
  }

  private static String folded(String name) {
    return HeaderPattern.folded(name);
  }

  boolean has(String name) {
    return find(name).length > 0;
  }
}
