package org.quipu.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/**
 * Symbolic links on the local disk whose target is not there. Hadoop leaves them out when it lists
 * a folder, so that a month behind one would be missing and nobody know.
 */
final class DanglingLinks {
  private DanglingLinks() {}

  /**
   * @throws InputException if a link in a folder leads nowhere
   */
  static void requireNoneIn(String source, FileSystem fileSystem, Path folder) throws IOException {
    requireNone(source, fileSystem, folder, name -> true);
  }

  /**
   * @param path of nothing that is there, or a glob
   * @throws InputException if a link that it stands for leads nowhere
   */
  static void requireNoneLike(String source, FileSystem fileSystem, Path path) throws IOException {
    if (!(fileSystem instanceof LocalDisk) || path.getParent() == null) {
      return;
    }
    Path parent = path.getParent();
    FileStatus[] folders;
    GlobFilter glob;
    try {
      folders = fileSystem.globStatus(parent);
      glob = new GlobFilter(path.getName());
    } catch (IOException e) {
      // Braces around a slash, {a/b,c/d}, stand in neither half.
      return;
    }
    for (FileStatus folder : folders == null ? new FileStatus[0] : folders) {
      requireNone(
          source,
          fileSystem,
          folder.getPath(),
          name -> name.equals(path.getName()) || glob.accept(new Path(parent, name)));
    }
  }

  private static void requireNone(
      String source, FileSystem fileSystem, Path folder, Predicate<String> isMeant)
      throws IOException {
    File[] children =
        fileSystem instanceof LocalDisk disk ? disk.pathToFile(folder).listFiles() : null;
    for (File child : children == null ? new File[0] : children) {
      if (isDangling(child)
          && !InputFiles.isNobodysData(child.getName())
          && isMeant.test(child.getName())) {
        throw InputFiles.notFound(
            source,
            child.toString(),
            "is a link whose target " + target(child) + " is not there",
            "es un enlace cuyo destino " + target(child) + " no existe");
      }
    }
  }

  private static boolean isDangling(File file) {
    return Files.isSymbolicLink(file.toPath()) && !Files.exists(file.toPath());
  }

  private static String target(File link) throws IOException {
    return Files.readSymbolicLink(link.toPath()).toString();
  }
}
