package org.quipu.summary;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sums of a goal period's facilities as they lie in a file: those of a facility become numbers when
 * they are asked for. A new month changes one year of eleven; to bring the others to memory took
 * longer than to look at them.
 *
 * <p>Facilities one after the other, then where each begins, then how many there are.
 */
final class PackedSums {
  private static final int NONE = -1;

  private final ByteBuffer bytes;
  private final int facilities;
  private final int starts;

  PackedSums(ByteBuffer bytes) {
    this.bytes = bytes;
    this.facilities = bytes.getInt(bytes.limit() - Integer.BYTES);
    this.starts = bytes.limit() - Integer.BYTES * (facilities + 1);
  }

  /**
   * Writes sums of facilities by their numbers; null is one that has none.
   *
   * @return how many bytes they are
   * @throws IOException also if they are more than one buffer can hold
   */
  static int write(Iterable<DecimalSums> sums, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    int[] starts = new int[1024];
    int facilities = 0;
    for (DecimalSums of : sums) {
      if (facilities == starts.length) {
        starts = Arrays.copyOf(starts, facilities * 2);
      }
      starts[facilities++] = of == null ? NONE : out.size();
      if (of != null) {
        out.write(DecimalBytes.of(of).array());
      }
    }
    for (int facility = 0; facility < facilities; facility++) {
      out.writeInt(starts[facility]);
    }
    out.writeInt(facilities);
    if (out.size() == Integer.MAX_VALUE) { // It counts no further.
      throw new IOException("the sums of a goal period are too long");
    }
    return out.size();
  }

  int facilities() {
    return facilities;
  }

  boolean has(int facility) {
    return facility < facilities && start(facility) != NONE;
  }

  private int start(int facility) {
    return bytes.getInt(starts + Integer.BYTES * facility);
  }

  /** The bytes of a facility's sums, which it has: of the same sums the same bytes. */
  ByteBuffer bytes(int facility) {
    int next = facility + 1;
    while (next < facilities && !has(next)) {
      next++;
    }
    int start = start(facility);
    return bytes.slice(start, (next < facilities ? start(next) : starts) - start);
  }

  /** The sums of a facility, which are the caller's own; null if it has none. */
  DecimalSums get(int facility) {
    return has(facility) ? DecimalBytes.read(bytes, start(facility)) : null;
  }
}
