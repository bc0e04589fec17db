package org.quipu.summary;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The entries of the store that the files of a source had in one run. An entry that is on none of
 * the newest lists is deleted: its file was corrected or is gone, or nobody reads it in that way
 * any more. A run of some months alone takes nothing from the next run of all.
 */
record Relied(TreeSet<String> entries) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String KIND = ".relied";

  /** As many lists as there are months in a year. */
  static final int LISTS = 12;

  /** Notes the entries of a run, and deletes what no list has. */
  static void note(SummaryStore store, StoreNames of, Collection<String> entries) {
    String source = of.source();
    store.keep(of.list(entries) + KIND, new Relied(new TreeSet<>(entries)));
    store.forgetOld(source, KIND, LISTS);
    Set<String> names = store.names();
    List<Optional<Relied>> lists =
        names.stream()
            .filter(name -> name.startsWith(source + "-") && name.endsWith(KIND))
            .map(name -> store.find(name, Relied.class))
            .toList();
    if (lists.stream().allMatch(Optional::isPresent)) {
      Set<String> relied = new TreeSet<>(entries);
      lists.forEach(known -> relied.addAll(known.get().entries));
      store.delete(
          names.stream()
              .filter(name -> name.startsWith(source + "-") && name.contains(SummaryStore.ENTRY))
              .filter(name -> !relied.contains(entry(name)))
              .toList());
    }
  }

  /** The entry beside which something lies, or which it is. */
  private static String entry(String name) {
    return name.substring(0, name.indexOf(SummaryStore.ENTRY) + SummaryStore.ENTRY.length());
  }
}
