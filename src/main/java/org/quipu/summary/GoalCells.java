package org.quipu.summary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums by the numbers of goal period and facility; slot 2 × indicator is the target, the next the
 * achievement. What was read back stays as it lies in its file until it is added to ({@link
 * PackedSums}).
 */
final class GoalCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient List<Period> periods = new ArrayList<>();

  /** Sums of a goal period: those that were made or changed here go before those read back. */
  private static final class Period {
    final List<DecimalSums> own = new ArrayList<>();
    PackedSums packed = new PackedSums(ByteBuffer.allocate(Integer.BYTES));

    int facilities() {
      return Math.max(own.size(), packed.facilities());
    }

    DecimalSums own(int facility) {
      return facility < own.size() ? own.get(facility) : null;
    }

    boolean has(int facility) {
      return own(facility) != null || packed.has(facility);
    }

    DecimalSums get(int facility) {
      DecimalSums mine = own(facility);
      return mine != null ? mine : packed.get(facility);
    }

    void put(int facility, DecimalSums sums) {
      while (own.size() <= facility) {
        own.add(null);
      }
      own.set(facility, sums);
    }
  }

  /** Goal periods that there is room for. */
  int periods() {
    return periods.size();
  }

  /** Facilities of a goal period that there is room for. */
  int facilities(int period) {
    return period < periods.size() ? periods.get(period).facilities() : 0;
  }

  boolean has(int period, int facility) {
    return period < periods.size() && periods.get(period).has(facility);
  }

  /** Whether any facility has sums of a goal period. */
  boolean has(int period) {
    return IntStream.range(0, facilities(period)).anyMatch(facility -> has(period, facility));
  }

  /** The sums of a facility, for reading only; null where it has none. Several threads may ask. */
  DecimalSums get(int period, int facility) {
    return period < periods.size() ? periods.get(period).get(facility) : null;
  }

  /** The bytes of a facility's sums, which it has: of the same sums the same. */
  ByteBuffer packed(int period, int facility) {
    Period of = periods.get(period);
    DecimalSums mine = of.own(facility);
    return mine != null ? DecimalBytes.of(mine) : of.packed.bytes(facility);
  }

  /** The sums of a facility, to be added to; null where it has none. */
  DecimalSums own(int period, int facility) {
    DecimalSums sums = get(period, facility);
    if (sums != null) {
      periods.get(period).put(facility, sums);
    }
    return sums;
  }

  void put(int period, int facility, DecimalSums sums) {
    while (periods.size() <= period) {
      periods.add(new Period());
    }
    periods.get(period).put(facility, sums);
  }

  private static Iterable<DecimalSums> of(Period period) {
    return () -> IntStream.range(0, period.facilities()).mapToObj(period::get).iterator();
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeInt(periods.size());
    for (Period period : periods) {
      if (out instanceof EntryOutput entry) {
        entry.behind(to -> PackedSums.write(of(period), to));
      } else {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedSums.write(of(period), bytes);
        out.writeInt(bytes.size());
        bytes.writeTo(out);
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    periods = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Period period = new Period();
      periods.add(period);
      if (in instanceof EntryInput entry) {
        entry.behind(bytes -> period.packed = new PackedSums(bytes));
      } else {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        period.packed = new PackedSums(ByteBuffer.wrap(bytes));
      }
    }
  }
}
