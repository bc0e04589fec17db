package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.quality.Book;
import org.quipu.quality.HoldsBook;

/**
 * What several files add up to, so that the next run adds to it what is new and does not add up all
 * of them again.
 *
 * @param members the files
 * @param summary of their accepted rows; {@link Summary#collisions} has keys that are in several
 *     files
 * @param book of their rows
 */
record StoredSum<S extends Summary<S>>(ArrayList<Member> members, S summary, Book book)
    implements HoldsBook, Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A file that was added.
   *
   * @param entry the name of its own entry in the store
   * @param path where it lay: books and removals tell of it
   * @param own keys that are more than once within the file
   */
  record Member(String entry, String path, TreeSet<Long> own) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Which of a plan's files are in the sum; none where it has a file that the plan has not.
   *
   * @return keys that are more than once within a file, by file
   */
  Optional<Map<Integer, Set<Long>>> files(PassPlan<S> plan) {
    Map<List<String>, Integer> wanted = new HashMap<>();
    for (int file = 0; file < plan.files().size(); file++) {
      wanted.put(List.of(plan.entry(file), plan.files().get(file).path()), file);
    }
    Map<Integer, Set<Long>> found = new HashMap<>();
    for (Member member : members) {
      Integer file = wanted.get(List.of(member.entry, member.path));
      if (file == null || found.putIfAbsent(file, member.own) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
