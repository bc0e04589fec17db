package org.quipu.summary;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.quipu.quality.SpillWriter;

/** How an entry of the store lies in its file: its format's number, objects, a checksum of all. */
final class EntryFile {
  /** Raised when what is stored changes its shape or its meaning. */
  static final int FORMAT = 10;

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

  static Object read(FileSystem fileSystem, Path path) throws IOException, ClassNotFoundException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(fileSystem.open(path), 1 << 20))) {
      if (in.readLong() != MAGIC) {
        throw new IOException("it is of another format");
      }
      ObjectInputStream objects = new ObjectInputStream(in);
      objects.setObjectInputFilter(OWN_CLASSES);
      return objects.readObject();
    }
  }

  static void write(String name, Serializable stored, OutputStream out) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, SpillWriter.checksum(name));
    new DataOutputStream(checked).writeLong(MAGIC);
    ObjectOutputStream objects = new ObjectOutputStream(checked);
    objects.writeObject(stored);
    objects.flush();
    new DataOutputStream(out).writeLong(checked.getChecksum().getValue());
  }
}
