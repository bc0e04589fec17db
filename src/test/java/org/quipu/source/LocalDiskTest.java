package org.quipu.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDiskTest {
  private final Storage storage = Storage.plain();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"0600, rw-------", "0644, rw-r--r--", "0750, rwxr-x---", "0000, ---------"})
  void permissionsAreAsHadoopSetsThem(String octal, String letters) throws IOException {
    Path file = Files.createFile(folder.resolve("a file"));
    disk().setPermission(Storage.path(file.toString()), new FsPermission(octal));
    assertEquals(letters, permissions(file));
    Path byHadoop = Files.createFile(folder.resolve("another"));
    hadoop().setPermission(Storage.path(byHadoop.toString()), new FsPermission(octal));
    assertEquals(permissions(byHadoop), permissions(file));
  }

  @Test
  void theStickyBitIsSetToo() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    disk().setPermission(Storage.path(shared.toString()), new FsPermission("1777"));
    assertEquals(01777, (int) Files.getAttribute(shared, "unix:mode") & 07777);
  }

  @Test
  void whatIsWrittenIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("kept/rows");
    try (OutputStream out = storage.create(file.toString())) {
      out.write(1);
    }
    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(file.getParent()));
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    assertThrows(
        IOException.class,
        () -> disk().setPermission(Storage.path(folder + "/none"), FsPermission.getFileDefault()));
    assertThrows(FileNotFoundException.class, () -> storage.open(folder + "/none", 0));
  }

  @Test
  void anotherFileSystemMayStandForTheDisk() throws IOException {
    Map<String, String> settings =
        Map.of("fs.file.impl", OtherDisk.class.getName(), "fs.file.impl.disable.cache", "true");
    Storage own = Storage.of(settings);
    assertInstanceOf(OtherDisk.class, own.fileSystem(folder.toString()));
    assertInstanceOf(LocalDisk.class, storage.fileSystem("a name without a scheme"));
  }

  /** Stands for the local disk where settings say so. */
  public static final class OtherDisk extends RawLocalFileSystem {}

  private FileSystem disk() throws IOException {
    return assertInstanceOf(LocalDisk.class, storage.fileSystem(folder.toString()));
  }

  private FileSystem hadoop() throws IOException {
    return ((LocalFileSystem) FileSystem.get(storage.configuration())).getRawFileSystem();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
