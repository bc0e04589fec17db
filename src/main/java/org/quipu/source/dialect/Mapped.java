package org.quipu.source.dialect;

import java.util.List;

/**
 * What a row of a file becomes.
 *
 * @param rows canonical rows, each with a text a column of the plan's header
 * @param inScope whether it is of the source's population
 * @param problem why it becomes nothing; null where it does not
 */
public record Mapped(List<String[]> rows, boolean inScope, Problem problem) {

  /** A sentence in two languages. */
  public record Problem(String en, String es) {}

  static Mapped to(List<String[]> rows) {
    return new Mapped(rows, true, null);
  }

  static Mapped leftOut() {
    return new Mapped(List.of(), false, null);
  }

  static Mapped failed(String en, String es) {
    return new Mapped(List.of(), true, new Problem(en, es));
  }
}
