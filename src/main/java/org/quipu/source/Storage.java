package org.quipu.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Where files are read from, on the driver and on executors alike: the local disk, HDFS or S3A by
 * the path's scheme.
 *
 * @param settings Hadoop keys that differ from the cluster's own, e.g. {@code fs.s3a.endpoint}
 */
public record Storage(TreeMap<String, String> settings) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<TreeMap<String, String>, Configuration> CONFIGURATIONS =
      new ConcurrentHashMap<>();

  /** Hadoop's key for another file system that is to stand for the local disk. */
  private static final String LOCAL_IMPLEMENTATION = "fs.file.impl";

  private static final Map<TreeMap<String, String>, LocalDisk> DISKS = new ConcurrentHashMap<>();

  /** Storage with nothing of its own. */
  public static Storage plain() {
    return new Storage(new TreeMap<>());
  }

  public static Storage of(Map<String, String> settings) {
    return new Storage(new TreeMap<>(settings));
  }

  /** Hadoop's configuration, parsed once in a process: its defaults alone are 2,000 keys of XML. */
  public Configuration configuration() {
    return CONFIGURATIONS.computeIfAbsent(
        settings,
        own -> {
          Configuration configuration = new Configuration();
          own.forEach(configuration::set);
          return configuration;
        });
  }

  /**
   * Hadoop's name of a path. One without a scheme lies on the local disk, also where the cluster's
   * default file system is another.
   */
  public static Path path(String path) {
    return path.startsWith("/") ? new Path("file", null, path) : new Path(path);
  }

  /** The file system that a path lies on. The local one without checksum files beside the data. */
  public FileSystem fileSystem(String path) throws IOException {
    Path name = path(path);
    // Asked for by its scheme, the local disk would first load every file system and log in.
    if (LocalDisk.isAt(name) && configuration().get(LOCAL_IMPLEMENTATION) == null) {
      return localDisk();
    }
    FileSystem fileSystem = name.getFileSystem(configuration());
    return fileSystem instanceof LocalFileSystem ? localDisk() : fileSystem;
  }

  private FileSystem localDisk() {
    return DISKS.computeIfAbsent(settings, own -> LocalDisk.of(configuration()));
  }

  /**
   * Opens a file's bytes from a position on; {@code archive.zip!entry} is a file inside an archive,
   * {@code book.xlsx!sheet} the workbook.
   */
  public InputStream open(String address, long start) throws IOException {
    String path = Sheets.book(address);
    if (ZipEntries.isEntry(path)) {
      InputStream entry = ZipEntries.open(path, this);
      entry.skipNBytes(start);
      return entry;
    }
    FSDataInputStream in = fileSystem(path).open(path(path));
    in.seek(start);
    return in;
  }

  /**
   * Some bytes of a file that never changes, though it may be deleted: on the local disk as the
   * system has them in memory, and not copied.
   *
   * @param from the first byte
   * @throws IOException if the file is not there, is shorter, or cannot be read
   */
  public ByteBuffer bytes(String path, long from, int length) throws IOException {
    Path name = path(path);
    FileSystem fileSystem = fileSystem(path);
    if (fileSystem instanceof LocalDisk disk) {
      try (FileChannel channel = FileChannel.open(disk.pathToFile(name).toPath())) {
        return channel.map(FileChannel.MapMode.READ_ONLY, from, length);
      }
    }
    byte[] bytes = new byte[length];
    try (FSDataInputStream in = fileSystem.open(name)) {
      in.readFully(from, bytes);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** Makes a file anew, its owner's alone. */
  public OutputStream create(String path) throws IOException {
    Path file = path(path);
    FileSystem fileSystem = fileSystem(path);
    fileSystem.mkdirs(file.getParent(), new FsPermission((short) 0700));
    OutputStream out = fileSystem.create(file, true);
    fileSystem.setPermission(file, new FsPermission((short) 0600));
    return new BufferedOutputStream(out, 1 << 16);
  }
}
