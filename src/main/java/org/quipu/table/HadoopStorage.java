package org.quipu.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A warehouse on HDFS, S3A or any other file system that Hadoop knows. */
final class HadoopStorage implements WarehouseStorage {

  /** Where renaming a directory is one step. Of any other file system that is not assumed. */
  private static final Set<String> MOVE_AT_ONCE = Set.of("hdfs", "file", "viewfs", "ofs");

  private static final int TRIES = 10;

  private final Configuration configuration;
  private final FileSystem files;
  private final boolean movesAtOnce;
  private final Duration leaseLimit;

  HadoopStorage(
      Configuration configuration, FileSystem files, boolean movesAtOnce, Duration leaseLimit) {
    this.configuration = configuration;
    this.files = files;
    this.movesAtOnce = movesAtOnce;
    this.leaseLimit = leaseLimit;
  }

  static HadoopStorage of(String path, Map<String, String> settings) {
    try {
      Configuration configuration = new Configuration();
      settings.forEach(configuration::set);
      FileSystem files = FileSystem.get(URI.create(path), configuration);
      return new HadoopStorage(
          configuration, files, MOVE_AT_ONCE.contains(files.getScheme()), Lease.LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public InputFile input(String path) throws IOException {
    return HadoopInputFile.fromPath(new Path(path), configuration);
  }

  @Override
  public OutputFile output(String path) throws IOException {
    return HadoopOutputFile.fromPath(new Path(path), configuration);
  }

  @Override
  public boolean exists(String path) throws IOException {
    return files.exists(new Path(path));
  }

  @Override
  public boolean isDirectory(String path) throws IOException {
    return files.getFileStatus(new Path(path)).isDirectory();
  }

  @Override
  public List<String> list(String directory) throws IOException {
    try {
      return Arrays.stream(files.listStatus(new Path(directory)))
          .map(status -> status.getPath().getName())
          .sorted()
          .toList();
    } catch (FileNotFoundException none) {
      return List.of();
    }
  }

  @Override
  public void createDirectory(String path) throws IOException {
    files.mkdirs(new Path(path));
  }

  @Override
  public void createPrivateDirectory(String path) throws IOException {
    FsPermission ownerOnly = new FsPermission((short) 0700);
    files.mkdirs(new Path(path), ownerOnly);
    files.setPermission(new Path(path), ownerOnly); // mkdirs applies the umask, or none at all.
  }

  @Override
  public String readText(String path) throws IOException {
    return text(files, new Path(path));
  }

  /**
   * A small file that others replace: who reads it just then is told by S3A that it changed, and
   * reads it again.
   */
  static String text(FileSystem files, Path path) throws IOException {
    for (int i = 1; ; i++) {
      try (FSDataInputStream in = files.open(path)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (FileNotFoundException none) {
        throw none;
      } catch (IOException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  @Override
  public void writeText(String path, String text) throws IOException {
    try (FSDataOutputStream out = files.create(new Path(path), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
    }
  }

  /** Closing a file made it last: HDFS has its replicas and object stores have the object. */
  @Override
  public void sync(String path) {}

  /**
   * Renaming over a file is one step on HDFS; on an object store a PUT is, and nothing is renamed.
   */
  @Override
  public void replace(String from, String to) throws IOException {
    if (movesAtOnce) {
      FileContext.getFileContext(files.getUri(), configuration)
          .rename(new Path(from), new Path(to), Rename.OVERWRITE);
    } else {
      writeText(to, readText(from));
      delete(from);
    }
  }

  @Override
  public void move(String from, String to) throws IOException {
    if (!files.rename(new Path(from), new Path(to))) {
      throw new IOException("cannot move " + from + " to " + to);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(new Path(path), true);
  }

  @Override
  public boolean movesAtOnce() {
    return movesAtOnce;
  }

  @Override
  public Instant modified(String path) throws IOException {
    return Instant.ofEpochMilli(files.getFileStatus(new Path(path)).getModificationTime());
  }

  @Override
  public Lock lock(String path, String holder) throws IOException {
    Lease lease =
        Lease.take(new HadoopLeaseFile(files, new Path(path), !movesAtOnce), holder, leaseLimit);
    // Ctrl-C, or a scheduler that stops a run: the next need not wait. Before Hadoop closes the
    // file system.
    ShutdownHookManager.get().addShutdownHook(lease::giveUp, FileSystem.SHUTDOWN_HOOK_PRIORITY + 1);
    return lease;
  }
}
