package org.quipu.config;

import com.typesafe.config.ConfigUtil;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Texts of users and of files within the text that names what depends on them. Each is quoted: a
 * list of {@code a} and {@code b} and one of {@code a, b} alone are two names.
 */
public final class QuotedTexts {
  private QuotedTexts() {}

  /** A list, in its order. */
  public static String of(Collection<String> texts) {
    return texts.stream().map(ConfigUtil::quoteString).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A set, in whatever order it is given. */
  public static String sorted(Collection<String> texts) {
    return of(texts.stream().sorted().toList());
  }

  /** A map, in whatever order it is given. */
  public static String of(Map<String, String> texts) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                ConfigUtil.quoteString(entry.getKey())
                    + "="
                    + ConfigUtil.quoteString(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
