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
    boolean[] hidden = new boolean[profile.header().size()];
    boolean any = survey || profile.written().stream().anyMatch(this::isDropped);
    for (int field = 0; field < hidden.length; field++) {
      boolean known = isKnown(field, layout);
      // Of a survey only columns that Quipu knows are kept: any other may hold what a person wrote.
      hidden[field] = isDropped(profile.header().get(field)) || (survey && !known);
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
    String name = normalised(column);
    return dropColumns.stream().anyMatch(pattern -> matches(pattern, name));
  }

  private static boolean matches(String pattern, String name) {
    String regex =
        Stream.of(pattern.split("\\*", -1))
            .map(part -> Pattern.quote(simplified(part)))
            .collect(Collectors.joining(".*"));
    return name.matches(regex);
  }

  private static String normalised(String name) {
    return simplified(name).replaceAll("^_+|_+$", "");
  }

  private static String simplified(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_");
  }
}
