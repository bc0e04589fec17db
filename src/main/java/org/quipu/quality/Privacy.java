package org.quipu.quality;

import java.io.Serializable;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.source.FileProfile;
import org.quipu.source.SourceContract;

/**
 * What of persons may be kept or shown.
 *
 * @param pseudonyms what respondents are called
 * @param dropColumns names of columns with direct identifiers, {@code *} for any characters;
 *     compared without regard to case, accents and punctuation
 */
public record Privacy(Pseudonyms pseudonyms, List<String> dropColumns) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final String NOTHING = "(?!)";
  private static final Pattern EDGES = Pattern.compile("^_+|_+$");

  public Privacy {
    dropColumns = List.copyOf(dropColumns);
  }

  /** Nothing of respondents is shown, and no further columns are dropped. */
  public static Privacy strict() {
    return strict(List.of());
  }

  /** Nothing of respondents is shown, and nothing of these columns. */
  public static Privacy strict(List<String> dropColumns) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new Privacy(Pseudonyms.ofNobody(key), dropColumns);
  }

  /** What may be kept of the rows of a file. */
  public Disclosure of(FileProfile profile, RowLayout layout) {
    boolean survey = profile.file().source().equals(SourceContract.STAFF_SURVEY.name());
    int respondent = survey ? layout.fields()[layout.column("respondent_id")] : -1;
    Pattern dropped = dropped();
    boolean[] hidden = new boolean[profile.header().size()];
    boolean any = survey || profile.written().stream().anyMatch(name -> isDropped(name, dropped));
    for (int field = 0; field < hidden.length; field++) {
      boolean known = isKnown(field, layout);
      // Of a survey only columns that Quipu knows are kept: any other may hold what a person wrote.
      hidden[field] = isDropped(profile.header().get(field), dropped) || (survey && !known);
      any |= hidden[field];
    }
    return new Disclosure(
        pseudonyms, any, respondent, hidden, profile.separator(), layout.missing());
  }

  private static boolean isKnown(int field, RowLayout layout) {
    for (int known : layout.fields()) {
      if (known == field) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column of this name holds direct identifiers. */
  public boolean isDropped(String column) {
    return isDropped(column, dropped());
  }

  private static boolean isDropped(String column, Pattern dropped) {
    return dropped.matcher(EDGES.matcher(simplified(column)).replaceAll("")).matches();
  }

  /** What simplified names of dropped columns match. */
  private Pattern dropped() {
    Stream<String> names =
        dropColumns.stream()
            .map(
                name ->
                    Stream.of(name.split("\\*", -1))
                        .map(part -> Pattern.quote(simplified(part)))
                        .collect(Collectors.joining(".*")));
    return Pattern.compile(
        Stream.concat(Stream.of(NOTHING), names).collect(Collectors.joining("|")));
  }

  private static String simplified(String text) {
    String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("_");
  }
}
