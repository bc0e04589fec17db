package org.quipu.summary;

import java.io.Serializable;
import java.util.SortedSet;

/**
 * What the rows of a part of a source add up to: exact, so that parts may be merged in any order
 * and rows taken out again without a trace.
 */
public interface Summary<S extends Summary<S>> extends Serializable {

  /** Adds all that another part holds, which is used up. */
  void merge(S other);

  /** Takes out what had been added before. */
  void subtract(S other);

  /** Finds {@link #collisions} of a whole file, which are not sought again when it is read back. */
  void settle();

  /** Says that what was read at one path now lies at another. */
  void relocate(String from, String to);

  /**
   * Hashes of row keys that occurred more than once among the rows of this part and of those merged
   * into it. A hash may also stand here because two keys share it.
   */
  SortedSet<Long> collisions();

  /**
   * Which rows of the file at hand have keys that begin alike, as far as it was read in this
   * process; it is not told again.
   */
  default KeyRuns takeRuns() {
    return new KeyRuns();
  }

  /** Empties {@link #collisions}: from here on it has only keys that occur again. */
  void forgetCollisions();

  /** Lets go of what only further rows would need: nothing is added or taken out any more. */
  void seal();
}
