package org.quipu.source.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the files of one tool map onto one source. Names of the file's columns are found by exact
 * name, else without regard to case.
 *
 * @param name e.g. {@code kobo}
 * @param source e.g. {@code management-survey}
 * @param recognize columns by which its files are known
 * @param columns canonical column → what it is made of; the first whose columns the file has
 * @param pad canonical column → digits, where a program has eaten leading zeros
 * @param upperCase canonical columns in upper case, where a program has made them lower
 * @param values canonical column, or a pattern of such ({@code item_*}) → text of the file →
 *     canonical text
 * @param missing texts that mean "no value" in any column
 * @param missingIn canonical column → texts that mean "no value" in it
 * @param keep column of the file → texts; rows with another one are not of the population
 * @param leaveOut column of the file → texts; rows with one of them are not of the population
 * @param neverRead columns with direct identifiers
 * @param ignore columns that are nobody's
 * @param rename names of the file's columns → names that they go by
 * @param groups what stands between the name of a group and that of a column in it
 * @param rows canonical columns that differ between the rows that one row of the file becomes
 * @param options columns that each are one option of a question
 * @param joined columns that hold the chosen options of a question, with a space between them
 * @param pivot values that stand in rows of their own and belong in one row
 * @param newestOf names of files of which only the one with the highest {@code {version}} counts
 */
record Dialect(
    String name,
    String source,
    List<String> recognize,
    Map<String, List<Template>> columns,
    Map<String, Integer> pad,
    Set<String> upperCase,
    Map<String, Map<String, String>> values,
    Set<String> missing,
    Map<String, Set<String>> missingIn,
    Map<String, Set<String>> keep,
    Map<String, Set<String>> leaveOut,
    List<HeaderPattern> neverRead,
    List<HeaderPattern> ignore,
    Map<HeaderPattern, HeaderPattern> rename,
    String groups,
    List<Map<String, Template>> rows,
    Optional<Options> options,
    Optional<Joined> joined,
    Optional<Pivot> pivot,
    Optional<HeaderPattern> newestOf) {

  /** The texts that stand for others in a canonical column. */
  Map<String, String> valuesOf(String column) {
    Map<String, String> named = values.get(column);
    return named != null
        ? named
        : values.entrySet().stream()
            .filter(each -> new HeaderPattern(each.getKey()).fits(column))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(Map.of());
  }

  /** A dialect that says nothing: columns keep their names, but for those that a source names. */
  static Dialect plain(String source) {
    return new Dialect(
        Dialects.CANONICAL,
        source,
        List.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Columns {@code {question_id}/{option_id}} or the like, one an option.
   *
   * @param yes texts of an option that was chosen
   * @param no texts of one that was not; an empty field is one where another option of the same
   *     question was chosen, and missing where none was
   */
  record Options(List<HeaderPattern> columns, Set<String> yes, Set<String> no) {}

  /**
   * Columns with the chosen options of a question, e.g. {@code a c d}.
   *
   * @param questions patterns of questions; columns of others are left alone
   * @param known question → its options; of a question that is not named here, those that occur in
   *     the file
   */
  record Joined(
      List<HeaderPattern> columns,
      List<HeaderPattern> questions,
      String separator,
      Map<String, List<String>> known) {}

  /**
   * Rows of an element and its value.
   *
   * @param by column of the file that names the element
   * @param value column of the file that holds its value
   * @param sumOver columns of the file that break a value down; the parts are summed
   * @param elements element → the canonical column that its value belongs in, named by {@code
   *     column}, and further canonical columns, e.g. {@code indicator_id}
   */
  record Pivot(
      String by,
      String value,
      List<String> sumOver,
      Map<HeaderPattern, Map<String, String>> elements) {}
}
