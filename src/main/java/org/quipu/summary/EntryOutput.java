package org.quipu.summary;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of an entry. What of them need not be read before it is used lies behind them, a
 * piece each, and is found there again by an {@link EntryInput}.
 */
final class EntryOutput extends ObjectOutputStream {
  private final List<Piece> pieces = new ArrayList<>();

  /** Bytes that lie behind the objects. */
  interface Piece {
    /** Writes it, and says how many bytes it is. */
    int writeTo(OutputStream out) throws IOException;
  }

  EntryOutput(OutputStream out) throws IOException {
    super(out);
  }

  /** Has a piece written behind the objects, in the order of these calls. */
  void behind(Piece piece) {
    pieces.add(piece);
  }

  List<Piece> pieces() {
    return pieces;
  }
}
