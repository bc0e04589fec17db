package org.quipu.source;

import java.io.Serializable;

/**
 * One file of an input.
 *
 * @param source the source it belongs to
 * @param path as it was found, without {@code file:} for local files
 * @param bytes its length
 */
public record InputFile(String source, String path, long bytes) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
