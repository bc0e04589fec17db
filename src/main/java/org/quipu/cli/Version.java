package org.quipu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the jar. */
public final class Version implements IVersionProvider {
  private static final String POM = "/META-INF/maven/org.quipu/quipu/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"quipu " + text()};
  }

  /** For example {@code 0.1.0}; {@code (unpackaged)} where classes run outside a jar. */
  public static String text() throws IOException {
    try (InputStream in = Version.class.getResourceAsStream(POM)) {
      if (in == null) {
        return "(unpackaged)";
      }
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    }
  }
}
