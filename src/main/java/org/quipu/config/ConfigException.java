package org.quipu.config;

/**
 * A configuration that cannot be used: exit code 2.
 *
 * <p>Each sentence names the key, the offending value, where it stands, and what is allowed.
 */
public final class ConfigException extends RuntimeException {
  private final String key;
  private final String spanish;

  /**
   * @param key the full key, e.g. {@code groups.threshold}; empty where no single key is at fault
   * @param english the sentence in English, also {@link #getMessage()}
   * @param spanish the same in Spanish
   */
  public ConfigException(String key, String english, String spanish) {
    super(english);
    this.key = key;
    this.spanish = spanish;
  }

  /** The full key, or an empty text where no single key is at fault. */
  public String key() {
    return key;
  }

  /** The sentence in the given language. */
  public String message(Language language) {
    return language.pick(getMessage(), spanish);
  }
}
