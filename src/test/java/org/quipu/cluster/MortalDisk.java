package org.quipu.cluster;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk under the scheme {@code mortal:}, as an object store has it: a file appears when
 * it is closed. At a change of one's choice its process dies: that change is not made, nor is any
 * that follows.
 */
public final class MortalDisk extends RawLocalFileSystem {
  private static final List<String> CHANGES = new ArrayList<>();
  private static int fatalChange;
  private static boolean dead;

  /** Counts changes anew, and dies at one of them, from 1; 0: never. */
  static synchronized void dieAt(int change) {
    CHANGES.clear();
    fatalChange = change;
    dead = false;
  }

  static synchronized boolean died() {
    return dead;
  }

  /** The changes since they were last counted anew. */
  static synchronized List<String> changes() {
    return List.copyOf(CHANGES);
  }

  private static synchronized void change(String name) throws IOException {
    CHANGES.add(name);
    dead |= CHANGES.size() == fatalChange;
    if (dead) {
      throw new IOException("died at " + name);
    }
  }

  @Override
  public String getScheme() {
    return "mortal";
  }

  @Override
  public URI getUri() {
    return URI.create("mortal:///");
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return create(path, overwrite);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return create(path, overwrite);
  }

  @Override
  public FSDataOutputStream create(Path path, boolean overwrite) throws IOException {
    if (!overwrite && exists(path)) {
      throw new org.apache.hadoop.fs.FileAlreadyExistsException(path.toString());
    }
    Path upload = path.suffix(".uploading");
    OutputStream out =
        super.create(upload, new FsPermission((short) 0600), true, 4096, (short) 1, 4096, null);
    return new FSDataOutputStream(
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
          }

          @Override
          public void close() throws IOException {
            super.close();
            try {
              change("put " + path);
              pathToFile(path).delete();
              MortalDisk.super.rename(upload, path);
            } finally {
              MortalDisk.super.delete(upload, false);
            }
          }
        },
        new FileSystem.Statistics("mortal"));
  }

  /** Without a process for each, as Hadoop starts one where it has no native library. */
  @Override
  public void setPermission(Path path, FsPermission permission) {}

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    change("rename to " + to);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (exists(path)) {
      change("delete " + path);
    }
    return super.delete(path, recursive);
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    change("make " + path);
    return super.mkdirs(path, permission);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    change("make " + path);
    return super.mkdirs(path);
  }
}
