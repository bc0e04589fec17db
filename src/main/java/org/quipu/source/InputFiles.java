package org.quipu.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.quipu.config.SourceConfig;
import org.quipu.source.dialect.Versions;

/** Finds the files that a source's paths stand for: a file, a folder or a glob each. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * The files of a source, each once, sorted by path.
   *
   * @throws InputException if a path does not exist, may not be read, or matches nothing
   */
  public static List<InputFile> of(SourceConfig source, Storage storage) {
    TreeMap<String, InputFile> found = new TreeMap<>();
    for (String given : source.paths()) {
      String path = outer(given);
      List<FileStatus> files = list(source.name(), path, storage);
      if (files.isEmpty()) {
        throw notFound(source.name(), path, "holds no file", "no contiene ningún archivo");
      }
      for (FileStatus file : files) {
        InputFile whole =
            new InputFile(
                source.name(), plain(file.getPath()), file.getLen(), Unchanged.modified(file));
        List<InputFile> inside = entries(whole, storage, !path.equals(given));
        inside.stream()
            .filter(
                each -> path.equals(given) || matches(each, whole, given.substring(path.length())))
            .forEach(each -> found.put(each.path(), each));
      }
      if (found.isEmpty()) {
        throw notFound(source.name(), given, "does not exist", "no existe");
      }
    }
    found.keySet().retainAll(Versions.newest(source, found.keySet()));
    return List.copyOf(found.values());
  }

  /** The path of the archive or workbook that a path looks into, or the path itself. */
  static String outer(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (String mark : List.of(".zip!", ".xlsx!", ".xlsm!")) {
      int at = lower.indexOf(mark);
      if (at >= 0) {
        return path.substring(0, at + mark.length() - 1);
      }
    }
    return path;
  }

  /** Whether what stands behind the path of an archive fits {@code !entry}, which may be a glob. */
  private static boolean matches(InputFile inside, InputFile whole, String wanted) {
    String name = inside.path().substring(whole.path().length());
    return name.equals(wanted)
        || FileSystems.getDefault()
            .getPathMatcher("glob:" + wanted)
            .matches(java.nio.file.Path.of(name));
  }

  /**
   * What an archive or a workbook stands for.
   *
   * @param addressed whether the path looks into it: then every sheet of a workbook is meant
   */
  private static List<InputFile> entries(InputFile file, Storage storage, boolean addressed) {
    if (Sheets.isBook(file.path())) {
      return addressed ? Sheets.each(file, storage) : Sheets.tables(file, storage);
    }
    if (!ZipEntries.isArchive(file.path())) {
      return List.of(file);
    }
    try {
      List<InputFile> entries = ZipEntries.list(file, storage);
      if (entries.isEmpty()) {
        throw notFound(file.source(), file.path(), "holds no file", "no contiene ningún archivo");
      }
      return entries;
    } catch (IOException e) {
      throw Formats.unreadable(file, e);
    }
  }

  private static List<FileStatus> list(String source, String path, Storage storage) {
    if (Unreachable.isOnTheWeb(path)) {
      throw notFound(
          source,
          path,
          "lies on the web, from which nothing is read: download it, and name the file",
          "está en la web, de donde no se lee nada: descárguelo e indique el archivo");
    }
    try {
      FileSystem fileSystem = storage.fileSystem(path);
      FileStatus[] matches = matches(source, fileSystem, Storage.path(path));
      if (matches == null || matches.length == 0) {
        throw notFound(source, path, "does not exist", "no existe");
      }
      List<FileStatus> files = new ArrayList<>();
      for (FileStatus match : matches) {
        collect(source, fileSystem, match, files);
      }
      files.sort(Comparator.comparing(file -> file.getPath().toString()));
      return files;
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(source, path, Unreachable.of(e));
    } catch (RuntimeException e) {
      // Hadoop tells so of a file system's class; of other failures nothing is known here.
      throw Unreachable.known(e)
          .map(why -> (RuntimeException) unreadable(source, path, why))
          .orElse(e);
    }
  }

  private static InputException unreadable(String source, String path, Unreachable why) {
    return notFound(source, path, "cannot be read: " + why.en(), "no se puede leer: " + why.es());
  }

  /** A path is taken literally where it exists, so that a name may hold the signs of a glob. */
  private static FileStatus[] matches(String source, FileSystem fileSystem, Path path)
      throws IOException {
    try {
      return new FileStatus[] {fileSystem.getFileStatus(path)};
    } catch (FileNotFoundException absent) {
      DanglingLinks.requireNoneLike(source, fileSystem, path);
      FileStatus[] found = fileSystem.globStatus(path);
      return found == null || isNobodysData(path.getName())
          ? found
          : Arrays.stream(found)
              .filter(file -> !isNobodysData(file.getPath().getName()))
              .toArray(FileStatus[]::new);
    }
  }

  private static void collect(
      String source, FileSystem fileSystem, FileStatus status, List<FileStatus> files)
      throws IOException {
    if (status.isFile()) {
      requireRegular(source, fileSystem, status.getPath());
      files.add(status);
      return;
    }
    DanglingLinks.requireNoneIn(source, fileSystem, status.getPath());
    for (FileStatus child : fileSystem.listStatus(status.getPath())) {
      if (!isNobodysData(child.getPath().getName())) {
        collect(source, fileSystem, child, files);
      }
    }
  }

  /**
   * What programs leave beside the data: Spark and Hadoop markers such as _SUCCESS and .crc, Excel
   * ~$book.xlsx while a book is open, Windows what its folders look like.
   */
  static boolean isNobodysData(String name) {
    return name.startsWith("_")
        || name.startsWith(".")
        || name.startsWith("~$")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  /** Of a pipe or a device nobody knows when it ends, and it cannot be read twice. */
  private static void requireRegular(String source, FileSystem fileSystem, Path path) {
    if (fileSystem instanceof LocalDisk disk
        && !Files.isRegularFile(disk.pathToFile(path).toPath())) {
      throw notFound(
          source,
          plain(path),
          "is a pipe, a socket or a device; only files and folders can be read",
          "es una tubería, un socket o un dispositivo; solo se leen archivos y carpetas");
    }
  }

  static String plain(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.toUri().getPath() : path.toString();
  }

  static InputException notFound(String source, String path, String en, String es) {
    if (source.equals(FileDoctor.NONE)) {
      return new InputException(path + " " + en + ".", path + " " + es + ".");
    }
    return new InputException(
        "Source " + source + ": " + path + " " + en + ". Set sources." + source + ".path.",
        "Fuente " + source + ": " + path + " " + es + ". Indique sources." + source + ".path.");
  }
}
