package org.quipu.summary;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.quipu.quality.SpillWriter;
import org.quipu.source.Storage;

/**
 * How an entry of the store lies in its file: its format's number, objects, pieces that are not
 * read before they are used, the length of each piece, a checksum of all.
 */
final class EntryFile {
  /** Raised when the bytes around what is stored change their meaning. */
  static final int FORMAT = 12;

  private static final long MAGIC = 0x5155495055L << 8 | FORMAT;
  private static final ObjectInputFilter OWN_CLASSES =
      ObjectInputFilter.Config.createFilter("org.quipu.**;java.lang.*;java.util.*;java.math.*;!*");

  private EntryFile() {}

  /**
   * Sums the entry's name and bytes before any of them is believed: head, payload, checksum of all.
   */
  static void verify(FileSystem fileSystem, Path path) throws IOException {
    long left = fileSystem.getFileStatus(path).getLen() - Long.BYTES;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(fileSystem.open(path), 1 << 20))) {
      CRC32C sum = SpillWriter.checksum(path.getName());
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new IOException("it ends early");
        }
        sum.update(buffer, 0, n);
        left -= n;
      }
      if (in.readLong() != sum.getValue()) {
        throw new IOException("its checksum is wrong");
      }
    }
  }

  /** Reads a file that has been {@link #verify verified}. */
  static Object read(Storage storage, Path path) throws IOException, ClassNotFoundException {
    FileSystem fileSystem = storage.fileSystem(path.toString());
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(fileSystem.open(path), 1 << 20))) {
      if (in.readLong() != MAGIC) {
        throw new IOException("it is of another format");
      }
      EntryInput objects = new EntryInput(in);
      objects.setObjectInputFilter(OWN_CLASSES);
      Object read = objects.readObject();
      if (!objects.pieces().isEmpty()) {
        long length = fileSystem.getFileStatus(path).getLen();
        give(storage, path.toString(), length - Long.BYTES, objects.pieces());
      }
      return read;
    }
  }

  /**
   * Gives the pieces to those who asked for them.
   *
   * @param end where their lengths end
   */
  private static void give(
      Storage storage, String path, long end, List<Consumer<ByteBuffer>> takers)
      throws IOException {
    long at = end - (long) Integer.BYTES * takers.size();
    ByteBuffer lengths = storage.bytes(path, at, (int) (end - at));
    for (int piece = takers.size() - 1; piece >= 0; piece--) {
      int length = lengths.getInt(Integer.BYTES * piece);
      at -= length;
      takers.get(piece).accept(storage.bytes(path, at, length));
    }
  }

  static void write(String name, Serializable stored, OutputStream out) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, SpillWriter.checksum(name));
    DataOutputStream data = new DataOutputStream(checked);
    data.writeLong(MAGIC);
    EntryOutput objects = new EntryOutput(checked);
    objects.writeObject(stored);
    objects.flush();
    int[] lengths = new int[objects.pieces().size()];
    for (int piece = 0; piece < lengths.length; piece++) {
      lengths[piece] = objects.pieces().get(piece).writeTo(checked);
    }
    for (int length : lengths) {
      data.writeInt(length);
    }
    new DataOutputStream(out).writeLong(checked.getChecksum().getValue());
  }
}
