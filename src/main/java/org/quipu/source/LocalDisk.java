package org.quipu.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk as Hadoop has it, without checksum files beside the data, but for how permissions
 * are set: Hadoop without its native library starts a process ({@code chmod}) for each file that it
 * makes, which takes longer than writing most of them.
 */
final class LocalDisk extends RawLocalFileSystem {
  private static final URI ROOT = URI.create("file:///");

  private LocalDisk() {}

  static LocalDisk of(Configuration configuration) {
    LocalDisk disk = new LocalDisk();
    try {
      disk.initialize(ROOT, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return disk;
  }

  /** Whether a path lies on the local disk. */
  static boolean isAt(Path path) {
    return ROOT.getScheme().equals(path.toUri().getScheme());
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    if (permission.getStickyBit()) {
      super.setPermission(path, permission); // Java has no name for it.
    } else {
      String letters =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(letters));
    }
  }
}
