package org.quipu.table;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A warehouse on HDFS, S3A or any other file system that Hadoop knows. */
final class HadoopStorage implements Storage {

  private static final Text IF_KILLED =
      new Text(
          "; if that run was killed, delete this file",
          "; si esa corrida fue interrumpida, borre este archivo");

  private final Configuration configuration;
  private final FileSystem files;

  private HadoopStorage(Configuration configuration, FileSystem files) {
    this.configuration = configuration;
    this.files = files;
  }

  static HadoopStorage of(String path) {
    try {
      Configuration configuration = new Configuration();
      return new HadoopStorage(configuration, FileSystem.get(URI.create(path), configuration));
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
    try (FSDataInputStream in = files.open(new Path(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void writeText(String path, String text) throws IOException {
    try (FSDataOutputStream out = files.create(new Path(path), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Closing a file made it last: HDFS has its replicas and object stores have the object. */
  @Override
  public void sync(String path) {}

  /** Atomic on HDFS. On S3A the copy of a small object is: readers see the old or the new one. */
  @Override
  public void replace(String from, String to) throws IOException {
    if (files.getScheme().startsWith("s3")) {
      writeText(to, readText(from));
      delete(from);
    } else {
      FileContext.getFileContext(files.getUri(), configuration)
          .rename(new Path(from), new Path(to), Rename.OVERWRITE);
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

  /** A file that exists while the run does. A killed run leaves it, and the message says so. */
  @Override
  public Closeable lock(String path, String holder) throws IOException {
    Path lock = new Path(path);
    try (FSDataOutputStream out = files.create(lock, false)) {
      out.write((holder + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException held) {
      throw new WarehouseBusy(path, readText(path).strip(), IF_KILLED);
    }
    return () -> files.delete(lock, false);
  }
}
