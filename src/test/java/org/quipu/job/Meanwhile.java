package org.quipu.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a run says, and something that happens once it has said some words. */
final class Meanwhile extends ByteArrayOutputStream {
  /** What happens. */
  interface Event {
    void happen() throws IOException;
  }

  private final String words;
  private final Event event;
  private boolean happened;

  Meanwhile(String words, Event event) {
    this.words = words;
    this.event = event;
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    super.write(bytes, from, length);
    if (!happened && toString(StandardCharsets.UTF_8).contains(words)) {
      happened = true;
      try {
        event.happen();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
