package org.quipu.job;

/** The version of this program, as its jar names it. */
final class ProgramVersion {
  private static final String DEVELOPMENT = "development";

  private ProgramVersion() {}

  static String text() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? DEVELOPMENT : version;
  }
}
