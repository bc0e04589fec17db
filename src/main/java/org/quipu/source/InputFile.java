package org.quipu.source;

import java.io.Serializable;

/**
 * One file of an input.
 *
 * @param source the source it belongs to
 * @param path as it was found, without {@code file:} for local files
 * @param bytes its length
 * @param modified when it, or the archive it lies in, was last written, in milliseconds; 0 where
 *     its place is not asked
 */
public record InputFile(String source, String path, long bytes, long modified)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A file of which it is not known when it was written. */
  public InputFile(String source, String path, long bytes) {
    this(source, path, bytes, 0);
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
