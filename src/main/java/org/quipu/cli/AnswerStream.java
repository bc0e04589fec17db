package org.quipu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output, which remembers why something could not be written: the stream that prints on it
 * says so to nobody, and a file that lacks half of a table would look like all of it.
 */
final class AnswerStream extends OutputStream {
  private final OutputStream out;
  private IOException failure;

  AnswerStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /** After a failure nothing more is tried: what came behind the gap would be read as one text. */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Why not all was written. Who closed the pipe, as {@code head} does, has what was wanted. */
  Optional<String> loss() {
    return Optional.ofNullable(failure)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(why -> !why.contains("Broken pipe") && !why.contains("Bad file descriptor"));
  }
}
