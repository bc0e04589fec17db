package org.quipu.synthetic;

/** How the large sources are written. */
public enum OutputFormat {
  PARQUET("parquet"),
  CSV("csv");

  private final String id;

  OutputFormat(String id) {
    this.id = id;
  }

  /** The name on the command line, in configuration, and the ending of files. */
  public String id() {
    return id;
  }
}
