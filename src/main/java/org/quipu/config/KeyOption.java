package org.quipu.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigValueFactory;

/**
 * An option of the command line that stands for a key.
 *
 * @param option as it is typed, e.g. {@code --lang}
 * @param key of the first level, e.g. {@code language}
 * @param text the value, as it was typed
 */
public record KeyOption(String option, String key, String text) {

  Config layer() {
    return ConfigValueFactory.fromAnyRef(text, option)
        .withOrigin(ConfigOriginFactory.newSimple(option))
        .atKey(key);
  }
}
