package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the launcher and the build must agree on. */
class LauncherTest {

  @Test
  void jobsQuipuOpensWhatThePomOpens() throws IOException {
    var ofPom = new TreeSet<String>();
    var opens =
        Pattern.compile("--add-opens=java.base/([a-z.]+)=")
            .matcher(Files.readString(Path.of("pom.xml")));
    while (opens.find()) {
      ofPom.add(opens.group(1));
    }
    var loop =
        Pattern.compile("for package in (.*?); do", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("jobs/quipu")));
    assertThat(loop.find()).isTrue();

    assertThat(loop.group(1).replace("\\\n", " ").trim().split("\\s+"))
        .containsExactlyInAnyOrderElementsOf(ofPom);
  }
}
