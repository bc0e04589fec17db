package org.quipu.report;

import java.util.List;

/** The result rows of a run, by table; a table that the run did not make has none. */
public interface ResultRows {
  <R extends Record> List<R> of(Class<R> row);
}
