package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * The few things a warehouse does to the file system it lies in. Paths are absolute or relative as
 * the user wrote them, with {@code /} between their parts.
 */
interface WarehouseStorage {

  /**
   * The storage that a path lies in: the local disk, or Hadoop's for a path with a scheme.
   *
   * @param settings Hadoop keys that differ from the machine's own
   */
  static WarehouseStorage of(String path, Map<String, String> settings) {
    return path.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") && !path.startsWith("file:")
        ? HadoopStorage.of(path, settings)
        : new LocalStorage();
  }

  InputFile input(String path) throws IOException;

  /**
   * All bytes of a file that never changes, though it may be deleted.
   *
   * @throws ArithmeticException when it is longer than a buffer can be
   */
  default ByteBuffer bytes(String path) throws IOException {
    InputFile file = input(path);
    byte[] bytes = new byte[Math.toIntExact(file.getLength())];
    try (SeekableInputStream in = file.newStream()) {
      in.readFully(bytes);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** A file to be written, over one that is there where {@code createOrOverwrite} is asked for. */
  OutputFile output(String path) throws IOException;

  boolean exists(String path) throws IOException;

  /** Whether what is there is a directory. */
  boolean isDirectory(String path) throws IOException;

  /** The names in a directory, sorted; none when there is no such directory. */
  List<String> list(String directory) throws IOException;

  void createDirectory(String path) throws IOException;

  /** A directory that only its owner may enter, where the file system knows owners. */
  void createPrivateDirectory(String path) throws IOException;

  /** What a small file says; bytes that are no UTF-8 stand in it as U+FFFD. */
  String readText(String path) throws IOException;

  /** Writes a small file; a crash may leave half of it. */
  void writeText(String path, String text) throws IOException;

  /** Returns when a file, or the entries of a directory, would survive a loss of power. */
  void sync(String path) throws IOException;

  /** Moves a file in place of another, which readers see whole before and after. */
  void replace(String from, String to) throws IOException;

  /** Moves a directory to a name that is free. */
  void move(String from, String to) throws IOException;

  /** Deletes a file, or a directory with all in it; what is missing is deleted already. */
  void delete(String path) throws IOException;

  /**
   * Whether {@link #move} takes a directory from one name to the other in one step. Object stores
   * copy what is in it, file by file.
   */
  boolean movesAtOnce();

  /** When a file was last written. */
  Instant modified(String path) throws IOException;

  /** Held by one process at a time, until it is closed. */
  interface Lock extends Closeable {

    /**
     * Returns when the lock is still held.
     *
     * @throws WarehouseBusy when another holds it
     */
    void verify() throws IOException;
  }

  /**
   * Takes a lock that no other process can take until it is closed.
   *
   * @param holder who takes it, for the message that others get
   * @throws WarehouseBusy when another holds it
   */
  Lock lock(String path, String holder) throws IOException;
}
