package org.quipu.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.config.ConfigException;
import org.quipu.config.NearestKey;
import org.quipu.config.SourceConfig;
import org.quipu.source.ColumnType;
import org.quipu.source.ContractColumn;
import org.quipu.source.FileProfile;
import org.quipu.source.InputException;
import org.quipu.source.SourceContract;
import org.quipu.source.dialect.Recognition;

/**
 * Where the canonical columns of a source stand in one file.
 *
 * @param names canonical column names, the contract's first
 * @param types what their texts must be
 * @param fields field index of each in a record, −1 where the file lacks the column
 * @param width fields that a whole record has
 * @param missing texts that mean "no value" beside the empty one
 */
public record RowLayout(
    List<String> names, List<ColumnType> types, int[] fields, int width, Set<String> missing)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Finds the columns of a contract, and further ones that the source is known to need, in a file's
   * header: by exact name, else by name without regard to case.
   *
   * @throws InputException if a column that is required, or that configuration names, is absent or
   *     stands there twice
   * @throws ConfigException if configuration names a column for one that the source does not have
   */
  public static RowLayout of(
      SourceContract contract,
      List<ContractColumn> further,
      FileProfile profile,
      SourceConfig config) {
    List<ContractColumn> columns =
        Stream.concat(contract.columns().stream(), further.stream()).toList();
    requireKnown(config, contract, columns, !further.isEmpty());
    int[] fields = new int[columns.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = find(columns.get(i), profile, config);
    }
    return new RowLayout(
        columns.stream().map(ContractColumn::name).toList(),
        columns.stream().map(ContractColumn::type).toList(),
        fields,
        profile.header().size(),
        Set.copyOf(config.missing()));
  }

  /** Position of a canonical column; −1 where the contract has none of that name. */
  public int column(String name) {
    return names.indexOf(name);
  }

  /** Whether the file has a canonical column. */
  public boolean has(String name) {
    int column = column(name);
    return column >= 0 && fields[column] >= 0;
  }

  private static void requireKnown(
      SourceConfig config, SourceContract contract, List<ContractColumn> columns, boolean items) {
    // A survey's items are known once its instrument is.
    if (contract.equals(SourceContract.STAFF_SURVEY) && !items) {
      return;
    }
    List<String> known = columns.stream().map(ContractColumn::name).toList();
    for (String name : new TreeSet<>(config.columns().keySet())) {
      if (!known.contains(name)) {
        String key = "sources." + config.name() + ".columns." + name;
        Optional<String> nearest = NearestKey.of(name, known);
        String all = String.join(", ", known);
        throw new ConfigException(
            key,
            key
                + ": the source has no column "
                + name
                + ". "
                + nearest
                    .map(other -> "Did you mean " + other + "?")
                    .orElse("It has: " + all + "."),
            key
                + ": la fuente no tiene una columna "
                + name
                + ". "
                + nearest
                    .map(other -> "¿Quiso decir " + other + "?")
                    .orElse("Tiene: " + all + "."));
      }
    }
  }

  private static int find(ContractColumn column, FileProfile profile, SourceConfig config) {
    // A dialect has seen to the columns that configuration names.
    String wanted =
        profile.isMapped()
            ? column.name()
            : config.columns().getOrDefault(column.name(), column.name());
    // Not even where the file has a column of the canonical name: another one was asked for.
    String lacking = profile.isMapped() ? profile.plan().lacking().get(column.name()) : null;
    if (lacking != null) {
      throw missing(lacking, profile, config);
    }
    List<Integer> hits = positions(profile.header(), wanted);
    if (hits.size() == 1) {
      return hits.get(0);
    }
    if (hits.size() > 1) {
      throw new InputException(
          profile.file().path()
              + ", line 1: column '"
              + wanted
              + "' stands there "
              + hits.size()
              + " times; it must be one.",
          profile.file().path()
              + ", línea 1: la columna «"
              + wanted
              + "» aparece "
              + hits.size()
              + " veces; debe ser una sola.");
    }
    boolean named = config.columns().containsKey(column.name());
    if (named || column.isRequired()) {
      throw missing(config.columns().getOrDefault(column.name(), wanted), profile, config);
    }
    return -1;
  }

  private static InputException missing(String name, FileProfile profile, SourceConfig config) {
    Sentence hint = hint(profile, config);
    return new InputException(
        profile.file().path()
            + ", line 1: column '"
            + name
            + "' is missing (source "
            + profile.file().source()
            + "). The file has: "
            + columns(profile)
            + ". "
            + hint.en(),
        profile.file().path()
            + ", línea 1: falta la columna «"
            + name
            + "» (fuente "
            + profile.file().source()
            + "). El archivo tiene: "
            + columns(profile)
            + ". "
            + hint.es());
  }

  /**
   * The names of a file's columns. Where a survey has no header its first row stands there, which
   * is a person's: then it has numbers for names, and none is shown.
   */
  private static String columns(FileProfile profile) {
    boolean survey = profile.file().source().equals(SourceContract.STAFF_SURVEY.name());
    boolean row = profile.written().stream().anyMatch(name -> name.strip().matches("[0-9.,]+"));
    return survey && row
        ? profile.written().size() + " × " + Pseudonyms.HIDDEN
        : String.join(", ", profile.written());
  }

  private static Sentence hint(FileProfile profile, SourceConfig config) {
    String key = "sources." + config.name();
    return Recognition.all(config.dialects(), profile.written()).stream()
        .filter(found -> found.share() == 1 && found.source().equals(config.name()))
        .filter(found -> !found.dialect().equals(config.dialect()))
        .findFirst()
        .map(
            found ->
                new Sentence(
                    "It looks like the dialect "
                        + found.dialect()
                        + ": set "
                        + key
                        + ".dialect="
                        + found.dialect()
                        + ".",
                    "Parece del dialecto "
                        + found.dialect()
                        + ": indique "
                        + key
                        + ".dialect="
                        + found.dialect()
                        + "."))
        .orElse(
            new Sentence(
                "Name its columns in "
                    + key
                    + ".columns; jobs/quipu doctor "
                    + profile.file().path()
                    + " proposes how.",
                "Indique sus columnas en "
                    + key
                    + ".columns; jobs/quipu doctor "
                    + profile.file().path()
                    + " propone cómo."));
  }

  private static List<Integer> positions(List<String> header, String wanted) {
    List<Integer> exact = new ArrayList<>();
    List<Integer> folded = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equals(wanted)) {
        exact.add(i);
      } else if (header.get(i).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
        folded.add(i);
      }
    }
    return exact.isEmpty() ? folded : exact;
  }
}
