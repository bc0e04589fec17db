package org.quipu.config;

import java.util.regex.Pattern;

/** Which settings must not be shown. */
final class Secrets {
  static final String HIDDEN = "(hidden)";

  // Spark's own spark.redaction.regex covers secret, password, token and access.key; credentials of
  // object stores also come as account.key (Azure) and credential(s).
  private static final Pattern NAME =
      Pattern.compile(
          "secret|passw|token|credential|access[.-]?key|account[.-]?key|private[.-]?key",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** The value, or {@link #HIDDEN} when the key names a secret. */
  static String shown(String key, String value) {
    return NAME.matcher(key).find() ? HIDDEN : value;
  }
}
