package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.source.Storage;

/** What of the store is let go of, and what never is. */
class ReliedTest {
  private static final String SOURCE = "facility-indicator";

  @TempDir Path folder;
  private SummaryStore store;
  private int lists;

  @BeforeEach
  void open() {
    store = SummaryStore.at(folder.toString(), Storage.plain(), "program");
  }

  private static String entry(String file) {
    return SOURCE + "-" + file + SummaryStore.ENTRY;
  }

  private void keep(String... files) {
    for (String file : files) {
      for (String beside : List.of("", ".rows", ".0.4")) {
        store.keep(entry(file) + beside, file);
      }
    }
  }

  /** Each list a second after the one before; by settings of its own, as those are named. */
  private void note(String... files) throws IOException {
    List<String> entries = List.of(files).stream().map(ReliedTest::entry).toList();
    StoreNames names = new StoreNames(SOURCE, "settings " + lists++);
    Relied.note(store, names, entries);
    Files.setLastModifiedTime(
        folder.resolve(names.list(entries) + ".relied"),
        FileTime.from(Instant.ofEpochSecond(lists)));
  }

  private Set<String> entries() {
    Set<String> names = store.names();
    names.removeIf(name -> name.endsWith(".relied"));
    return names;
  }

  @Test
  void anEntryGoesWithWhatLiesBesideItWhenNoneOfTheNewestListsHasIt() throws IOException {
    keep("january", "february", "corrected");
    note("january", "february");
    assertThat(entries()).contains(entry("january")).doesNotContain(entry("corrected"));
    keep("corrected");
    note("january", "corrected");
    for (int run = 2; run <= Relied.LISTS; run++) {
      assertThat(entries()).as("run %d", run).hasSize(9);
      note("january", "corrected");
    }
    assertThat(entries())
        .containsExactlyInAnyOrder(
            entry("january"),
            entry("january") + ".rows",
            entry("january") + ".0.4",
            entry("corrected"),
            entry("corrected") + ".rows",
            entry("corrected") + ".0.4");
  }

  @Test
  void sumsBooksAndOtherSourcesAreNotTouched() throws IOException {
    List<String> others =
        List.of(SOURCE + "-a.sum", SOURCE + "-a.books", "staff-survey-a.bin", "files-a.seen");
    others.forEach(name -> store.keep(name, name));
    note("january");
    assertThat(entries()).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void whereAListIsDamagedNothingIsDeleted() throws IOException {
    keep("january", "february");
    note("january", "february");
    List<String> entries = List.of(entry("january"), entry("february"));
    Path list = folder.resolve(new StoreNames(SOURCE, "settings 0").list(entries) + ".relied");
    assertThat(list).exists();
    Files.writeString(list, "?");
    note("january");
    assertThat(entries()).contains(entry("february"));
  }
}
