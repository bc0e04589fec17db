package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quipu.config.Language;

class TerminalProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void elsewhereThanOnATerminalLinesArePlain() {
    try (var progress = progress(Language.ES, false)) {
      progress.stage("reading staff-survey", "leyendo staff-survey");
      progress.rows(1_000_000, 4_000_000);
      nanos.set(Duration.ofSeconds(15).toNanos());
      progress.tick();
    }
    assertThat(text())
        .isEqualTo(
            "leyendo staff-survey …\n"
                + "  leyendo staff-survey  25 %  1,000,000 de 4,000,000 filas  0:15, faltan 0:45\n");
  }

  @Test
  void onATerminalOneLineIsRedrawnWithinItsWidthAndErased() {
    try (var progress = progress(Language.EN, true)) {
      progress.stage("reading " + "x".repeat(60), "");
      progress.tick();
    }
    String[] drawn = text().split("\r\u001b\\[K", -1);
    assertThat(drawn).hasSizeGreaterThanOrEqualTo(3).allMatch(line -> line.length() < 40);
    assertThat(drawn[drawn.length - 1]).isEmpty();
    assertThat(text()).doesNotContain("\n");
  }

  @Test
  void withoutATotalNothingIsPromised() {
    assertThat(ProgressLine.of("sums", 1381, -1, Duration.ofSeconds(3723), Language.EN))
        .isEqualTo("sums  1,381 rows  1:02:03");
    assertThat(ProgressLine.of("sums", 0, -1, Duration.ZERO, Language.EN)).isEqualTo("sums  0:00");
  }

  private TerminalProgress progress(Language language, boolean live) {
    var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new TerminalProgress(stream, language, live, 40, nanos::get);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
