package org.quipu.job;

import java.io.Serializable;
import java.util.ArrayList;
import org.quipu.quality.Book;
import org.quipu.quality.HoldsBook;
import org.quipu.quality.RuleCount;

/**
 * What is said of a source, beside what its rows add up to: enough for a run in which all that is
 * made of its rows is kept.
 *
 * @param book of all rows
 * @param checks of the source as a whole
 */
record SourceBooks(Book book, ArrayList<RuleCount> checks) implements HoldsBook, Serializable {
  private static final long serialVersionUID = 1L;
}
