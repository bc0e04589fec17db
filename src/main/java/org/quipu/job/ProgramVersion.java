package org.quipu.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The version of this program, as its jar names it. */
final class ProgramVersion {
  private static final String DEVELOPMENT = "development";

  private ProgramVersion() {}

  static String text() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? DEVELOPMENT : version;
  }

  /** Tells builds of one version apart by what they consist of. */
  static String code() {
    return Code.VALUE;
  }

  /** Summed when first asked for: it is asked for more than once in a run. */
  private static final class Code {
    static final String VALUE = summed();
  }

  private static String summed() {
    try {
      Path where =
          Path.of(ProgramVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      List<String> parts = Files.isDirectory(where) ? classes(where) : entries(where);
      return RunIdentity.sha256(String.join("\n", parts));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the program cannot be found where it was started from", e);
    }
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName() + " " + entry.getCrc()).sorted().toList();
    }
  }

  private static List<String> classes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).map(ProgramVersion::stamp).sorted().toList();
    }
  }

  private static String stamp(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
