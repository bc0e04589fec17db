package org.quipu.source;

import java.util.List;
import java.util.SortedMap;
import org.quipu.config.SourceConfig;

/**
 * What a file looks like.
 *
 * @param profile format, encoding, separator, columns
 * @param candidates what it may be, the most likely first; none where it is like nothing known
 * @param missingCodes texts that seem to mean "no value", and how often they occur
 * @param remarks what a person should know before the file is read
 */
public record Diagnosis(
    FileProfile profile,
    List<Candidate> candidates,
    SortedMap<String, Long> missingCodes,
    List<Remark> remarks) {

  /** One thing to know, in both languages. */
  public record Remark(String en, String es) {}

  /**
   * A source that a file may be, and how it would be read.
   *
   * @param confidence 0 to 1
   * @param config how to read it
   * @param columns the mapping, where no dialect says it
   * @param lacking required columns that the file does not seem to have
   */
  public record Candidate(
      SourceContract contract,
      double confidence,
      SourceConfig config,
      List<ColumnGuess> columns,
      List<String> lacking) {}
}
