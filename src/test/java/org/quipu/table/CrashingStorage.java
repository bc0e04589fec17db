package org.quipu.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * The local disk, up to the change at which the process dies. From then on every change fails, as
 * nothing runs after a death; and the lock is given up, as the operating system does.
 */
final class CrashingStorage implements WarehouseStorage {

  /** Whether the fatal change is not made, made in half, or made before the process dies. */
  enum Moment {
    BEFORE,
    HALFWAY,
    AFTER
  }

  /** What a dead process throws at itself. */
  static final class Death extends IOException {
    private static final long serialVersionUID = 1L;

    Death(String change) {
      super("died at " + change);
    }
  }

  private final WarehouseStorage disk = new LocalStorage();
  private final int fatalChange;
  private final Moment moment;
  private final boolean movesAtOnce;
  private final List<String> changes = new ArrayList<>();
  private Lock heldLock;
  private boolean dead;

  CrashingStorage(int fatalChange, Moment moment, boolean movesAtOnce) {
    this.movesAtOnce = movesAtOnce;
    this.fatalChange = fatalChange;
    this.moment = moment;
  }

  /** The changes that were asked for, in order. */
  List<String> changes() {
    return changes;
  }

  boolean died() {
    return dead;
  }

  private interface Change {
    void make() throws IOException;
  }

  private void change(String name, Change whole, Change half) throws IOException {
    if (dead) {
      throw new Death(name);
    }
    changes.add(name);
    if (changes.size() != fatalChange) {
      whole.make();
      return;
    }
    dead = true;
    switch (moment) {
      case BEFORE -> {}
      case HALFWAY -> half.make();
      case AFTER -> whole.make();
    }
    if (heldLock != null) {
      heldLock.close();
    }
    throw new Death(name);
  }

  /** A change that the file system makes whole or not at all. */
  private void change(String name, Change whole) throws IOException {
    change(name, whole, () -> {});
  }

  @Override
  public OutputFile output(String path) {
    OutputFile file = onDisk(path);
    return new OutputFile() {
      @Override
      public PositionOutputStream create(long blockSize) throws IOException {
        List<PositionOutputStream> made = new ArrayList<>();
        change("create " + path, () -> made.add(file.create(blockSize)));
        return new CrashingStream(path, made.get(0));
      }

      @Override
      public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
        List<PositionOutputStream> made = new ArrayList<>();
        change("create " + path, () -> made.add(file.createOrOverwrite(blockSize)));
        return new CrashingStream(path, made.get(0));
      }

      @Override
      public boolean supportsBlockSize() {
        return false;
      }

      @Override
      public long defaultBlockSize() {
        return 0;
      }
    };
  }

  private OutputFile onDisk(String path) {
    try {
      return disk.output(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes in blocks of some size, each a change, since Parquet writes single bytes as well. */
  private final class CrashingStream extends PositionOutputStream {
    private final String path;
    private final PositionOutputStream out;
    private final byte[] block = new byte[2_000];
    private int filled;
    private long position;

    CrashingStream(String path, PositionOutputStream out) {
      this.path = path;
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      block[filled++] = (byte) value;
      position++;
      if (filled == block.length) {
        writeBlock();
      }
    }

    @Override
    public void close() throws IOException {
      try (out) {
        writeBlock();
      }
    }

    private void writeBlock() throws IOException {
      int length = filled;
      filled = 0;
      change(
          "write " + path,
          () -> out.write(block, 0, length),
          () -> out.write(block, 0, length / 2));
    }
  }

  @Override
  public void createDirectory(String path) throws IOException {
    change("create directory " + path, () -> disk.createDirectory(path));
  }

  @Override
  public void createPrivateDirectory(String path) throws IOException {
    change("create private directory " + path, () -> disk.createPrivateDirectory(path));
  }

  @Override
  public void writeText(String path, String text) throws IOException {
    change(
        "write text " + path,
        () -> disk.writeText(path, text),
        () -> disk.writeText(path, text.substring(0, text.length() / 2)));
  }

  @Override
  public void sync(String path) throws IOException {
    change("sync " + path, () -> disk.sync(path));
  }

  @Override
  public void replace(String from, String to) throws IOException {
    change("replace " + to, () -> disk.replace(from, to));
  }

  @Override
  public void move(String from, String to) throws IOException {
    change("move to " + to, () -> disk.move(from, to));
  }

  @Override
  public void delete(String path) throws IOException {
    change(
        "delete " + path,
        () -> disk.delete(path),
        () -> {
          List<String> names = list(path);
          if (!names.isEmpty()) {
            disk.delete(path + "/" + names.get(0));
          }
        });
  }

  @Override
  public boolean movesAtOnce() {
    return movesAtOnce;
  }

  @Override
  public Instant modified(String path) throws IOException {
    return disk.modified(path);
  }

  @Override
  public Lock lock(String path, String holder) throws IOException {
    heldLock = disk.lock(path, holder);
    return heldLock;
  }

  @Override
  public InputFile input(String path) throws IOException {
    return disk.input(path);
  }

  @Override
  public boolean exists(String path) throws IOException {
    return disk.exists(path);
  }

  @Override
  public boolean isDirectory(String path) throws IOException {
    return disk.isDirectory(path);
  }

  @Override
  public List<String> list(String directory) throws IOException {
    return Files.isDirectory(Path.of(directory)) ? disk.list(directory) : List.of();
  }

  @Override
  public String readText(String path) throws IOException {
    return disk.readText(path);
  }
}
