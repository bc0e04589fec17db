package org.quipu.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.config.ConfigException;
import org.quipu.config.SparkConfig;

/** Settings of Spark's that Spark refuses. */
class SessionsTest {

  @ParameterizedTest
  @CsvSource({
    "spark.executor.memory, zz",
    "spark.driver.maxResultSize, much",
    "spark.executor.heartbeatInterval, soon"
  })
  void namesTheSettingThatSparkDoesNotUnderstand(String key, String value) {
    SparkConfig config =
        new SparkConfig("local[1]", 0, 1 << 20, 0, new TreeMap<>(Map.of(key, value)));

    assertThatThrownBy(() -> Sessions.open(config, "test"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "spark.conf.\"%s\" = %s: Spark does not understand it.".formatted(key, value));
  }
}
