package org.quipu.table;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A warehouse on a local or mounted disk. */
final class LocalStorage implements WarehouseStorage {

  @Override
  public InputFile input(String path) {
    return new LocalInputFile(local(path));
  }

  /** The file as the system has it in memory, and not copied: tables may be large. */
  @Override
  public ByteBuffer bytes(String path) throws IOException {
    try (FileChannel channel = FileChannel.open(local(path))) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.toIntExact(channel.size()));
    }
  }

  @Override
  public OutputFile output(String path) {
    return new LocalOutputFile(local(path));
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(local(path));
  }

  @Override
  public List<String> list(String directory) throws IOException {
    if (!exists(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(local(directory))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void createDirectory(String path) throws IOException {
    Files.createDirectories(local(path));
  }

  @Override
  public void createPrivateDirectory(String path) throws IOException {
    Path directory = local(path);
    Files.createDirectories(directory);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Override
  public String readText(String path) throws IOException {
    // Bytes that are no UTF-8 are a text too, as with Hadoop: nonsense, and said to be so.
    return new String(Files.readAllBytes(local(path)), StandardCharsets.UTF_8);
  }

  @Override
  public boolean isDirectory(String path) {
    return Files.isDirectory(local(path));
  }

  @Override
  public void writeText(String path, String text) throws IOException {
    Files.writeString(local(path), text);
  }

  @Override
  public void sync(String path) throws IOException {
    // Linux opens directories for reading only; forcing one makes its renames last.
    StandardOpenOption option =
        Files.isDirectory(local(path)) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(local(path), option)) {
      channel.force(true);
    }
  }

  @Override
  public void replace(String from, String to) throws IOException {
    Files.move(
        local(from),
        local(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void move(String from, String to) throws IOException {
    Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      Files.walkFileTree(local(path), new Deletion());
    } catch (NoSuchFileException gone) {
      return; // What is missing is deleted already.
    }
  }

  @Override
  public boolean movesAtOnce() {
    return true;
  }

  @Override
  public Instant modified(String path) throws IOException {
    return Files.getLastModifiedTime(local(path)).toInstant();
  }

  @Override
  public Lock lock(String path, String holder) throws IOException {
    // The file stays when the lock is given up: deleting it would let two runs lock two files.
    FileChannel channel =
        FileChannel.open(
            local(path),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String other = readText(path).strip();
        throw new WarehouseBusy(path, other.isEmpty() ? "?" : other, new Text("", ""));
      }
      channel.truncate(0).write(StandardCharsets.UTF_8.encode(holder + "\n"), 0);
      return new KernelLock(channel, local(path), identity(local(path)));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static Path local(String path) {
    return path.startsWith("file:") ? Path.of(URI.create(path).getPath()) : Path.of(path);
  }

  /** Which file a name stands for; null where the file system does not say, or has none. */
  private static Object identity(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  /**
   * Closing the channel, or the end of the process, gives up the lock. Nobody takes it away, but
   * who deletes the file lets another run lock another.
   */
  private record KernelLock(FileChannel channel, Path file, Object locked) implements Lock {
    @Override
    public void verify() throws IOException {
      Object now = identity(file);
      if (!Objects.equals(now, locked)) {
        throw WarehouseBusy.lost(file.toString());
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
