package org.quipu.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file, unpacked where it is gzipped. */
final class FileBytes {
  private FileBytes() {}

  /** Looks at unpacked bytes. */
  interface Look<R> {
    R at(InputStream unpacked) throws IOException;
  }

  /**
   * What a look found, and the file's fingerprint.
   *
   * @param sha256 of the bytes as they are stored, packed or not; where an archive is damaged in or
   *     behind them, of that, too
   */
  record Seen<R>(String sha256, R found) {}

  /** The first bytes as they are stored; fewer where an archive is damaged before. */
  static byte[] start(InputFile file, Storage storage, int length) throws IOException {
    return head(file, storage, false, length);
  }

  /** The first unpacked bytes; fewer where the file is damaged before. */
  static byte[] head(InputFile file, Storage storage, boolean gzip, int length) throws IOException {
    byte[] head = new byte[length];
    int n = 0;
    try (InputStream in = open(file, storage, gzip, 0)) {
      for (int more = 0; more >= 0 && n < length; n += Math.max(more, 0)) {
        more = in.read(head, n, length - n);
      }
    } catch (DamagedData e) {
      if (n == 0) {
        throw new InputException(
            file.path() + ": " + e.defect().en(), file.path() + ": " + e.defect().es());
      }
    }
    return java.util.Arrays.copyOf(head, n);
  }

  /** Opens the unpacked bytes from a position on. */
  static InputStream open(InputFile file, Storage storage, boolean gzip, long start)
      throws IOException {
    InputStream raw = storage.open(file.path(), start);
    return gzip ? Gzip.unpack(raw) : raw;
  }

  /** Reads a file once, for its fingerprint and for whatever else is to be known of it. */
  static <R> Seen<R> see(InputFile file, Storage storage, boolean gzip, Look<R> look)
      throws IOException {
    MessageDigest digest = sha256();
    try (InputStream raw = new Digested(storage.open(file.path(), 0), digest)) {
      R found = look.at(gzip ? Gzip.unpack(raw) : raw);
      // What lies behind the end of what was looked at is part of the file all the same.
      drain(raw);
      return new Seen<>(HexFormat.of().formatHex(digest.digest()), found);
    }
  }

  /**
   * Sums the bytes that it reads, and the damage that they end with: an entry of an archive that
   * lacks others has the bytes that it has in the whole archive, and one bad row more.
   */
  private static final class Digested extends DigestInputStream {
    private boolean damaged;

    Digested(InputStream in, MessageDigest digest) {
      super(in, digest);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (DamagedData e) {
        if (!damaged) {
          damaged = true;
          getMessageDigest().update(e.defect().en().getBytes(StandardCharsets.UTF_8));
        }
        throw e;
      }
    }
  }

  private static void drain(InputStream raw) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try {
      while (raw.read(buffer) >= 0) {
        continue;
      }
    } catch (DamagedData e) {
      // A zip's entry that breaks off: the fingerprint is that of what there is.
      return;
    }
  }

  /** The fingerprint alone. */
  static String fingerprint(InputFile file, Storage storage) throws IOException {
    return see(file, storage, false, in -> null).sha256();
  }

  static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, 1 << 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
