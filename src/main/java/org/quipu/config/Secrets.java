package org.quipu.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which settings must not be shown. */
public final class Secrets {
  static final String HIDDEN = "(hidden)";

  // Spark's own spark.redaction.regex covers secret, password, token and access.key; credentials of
  // object stores also come as account.key (Azure) and credential(s).
  private static final Pattern NAME =
      Pattern.compile(
          "secret|passw|token|credential|access[.-]?key|account[.-]?key|private[.-]?key",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /**
   * The arguments of a command line as they may be written down: of a {@code KEY=VALUE} that names
   * a secret anywhere, the key alone.
   */
  public static String shown(List<String> arguments) {
    return arguments.stream()
        .map(
            argument ->
                argument.contains("=") && NAME.matcher(argument).find()
                    ? argument.substring(0, argument.indexOf('=') + 1) + HIDDEN
                    : argument)
        .collect(Collectors.joining(" "));
  }

  /** The value, or {@link #HIDDEN} when the key names a secret. */
  public static String shown(String key, String value) {
    return NAME.matcher(key).find() ? HIDDEN : value;
  }
}
