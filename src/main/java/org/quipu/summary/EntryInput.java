package org.quipu.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The objects of an entry, which {@link EntryOutput} wrote. */
final class EntryInput extends ObjectInputStream {
  private final List<Consumer<ByteBuffer>> pieces = new ArrayList<>();

  EntryInput(InputStream in) throws IOException {
    super(in);
  }

  /** Asks for the next piece behind the objects, which comes once all objects are read. */
  void behind(Consumer<ByteBuffer> taker) {
    pieces.add(taker);
  }

  /** Who asked for pieces, in the order in which they lie there. */
  List<Consumer<ByteBuffer>> pieces() {
    return pieces;
  }
}
