package org.quipu.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * A lease's file through Hadoop.
 *
 * <p>Where the file system writes under a condition (S3A: the headers If-None-Match and If-Match of
 * a PUT), creating and replacing are one step each. Elsewhere creating is, and a lease is taken
 * over by moving its file away, which only one of several can do.
 */
final class HadoopLeaseFile implements Lease.LeaseFile {

  private final FileSystem files;
  private final Path path;
  private final boolean isObject;
  private final boolean conditional;

  /**
   * @param isObject whether overwriting a file replaces it in one step, as object stores do
   */
  HadoopLeaseFile(FileSystem files, Path path, boolean isObject) throws IOException {
    this.isObject = isObject;
    this.files = files;
    this.path = path;
    this.conditional =
        files.hasPathCapability(
            path, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG);
  }

  @Override
  public String path() {
    return path.toString();
  }

  @Override
  public Optional<Held> read() throws IOException {
    try {
      FileStatus status = files.getFileStatus(path);
      return Optional.of(
          new Held(
              HadoopStorage.text(files, path),
              Instant.ofEpochMilli(status.getModificationTime()),
              status instanceof EtagSource source ? source.getEtag() : ""));
    } catch (FileNotFoundException none) {
      return Optional.empty();
    }
  }

  @Override
  public boolean create(String text) throws IOException {
    if (conditional) {
      FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path).overwrite(true);
      builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
      return holds(builder, text);
    }
    return isObject ? createWhole(text) : moveIn(text);
  }

  /** An object is there from its last byte on. */
  private boolean createWhole(String text) throws IOException {
    try {
      write(files.createFile(path).overwrite(false), text);
      return true;
    } catch (IOException e) {
      if (files.exists(path)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * A file of a file system is there from its first byte on, and HDFS cannot read one that is being
   * written: it is written under another name, and gets its own if nothing has that.
   */
  private boolean moveIn(String text) throws IOException {
    if (files.exists(path)) {
      return false;
    }
    Path aside = aside();
    try {
      write(files.createFile(aside).overwrite(false), text);
      return rename(aside, path);
    } finally {
      files.delete(aside, false);
    }
  }

  private Path aside() {
    return path.suffix("." + UUID.randomUUID());
  }

  @Override
  public boolean replace(Held read, String text) throws IOException {
    if (conditional) {
      FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path).overwrite(true);
      builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, read.state());
      return holds(builder, text);
    }
    Path aside = aside();
    if (!rename(path, aside)) {
      return false;
    }
    if (!HadoopStorage.text(files, aside).equals(read.text())) {
      // Another was quicker, and it is that one's lease which was moved: it goes back.
      rename(aside, path);
      return false;
    }
    files.delete(aside, false);
    return create(text);
  }

  @Override
  public boolean touch(Held read) throws IOException {
    if (conditional) {
      return replace(read, read.text());
    }
    if (isObject) {
      write(files.createFile(path).overwrite(true), read.text());
    } else {
      files.setTimes(path, System.currentTimeMillis(), -1);
    }
    return true;
  }

  @Override
  public void delete() throws IOException {
    files.delete(path, false);
  }

  private boolean rename(Path from, Path to) throws IOException {
    try {
      return files.rename(from, to);
    } catch (FileNotFoundException | FileAlreadyExistsException moved) {
      return false;
    }
  }

  /** Writes under a condition; whether the file is ours is what it says afterwards. */
  private boolean holds(FSDataOutputStreamBuilder<?, ?> builder, String text) throws IOException {
    try {
      write(builder, text);
      return true;
    } catch (IOException e) {
      Optional<Held> now = read();
      if (now.isEmpty()) {
        throw e;
      }
      return now.get().text().equals(text);
    }
  }

  private static void write(FSDataOutputStreamBuilder<?, ?> builder, String text)
      throws IOException {
    try (FSDataOutputStream out = (FSDataOutputStream) builder.build()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
