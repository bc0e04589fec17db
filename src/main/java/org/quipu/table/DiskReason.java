package org.quipu.table;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Why the local disk refused, in words: Java has it in names of classes. */
public final class DiskReason {
  private DiskReason() {}

  /** What a failure to write is, in both languages. */
  public static Text of(IOException failure) {
    return failure instanceof FileSystemException named
        ? of(named)
        : new Text(String.valueOf(failure.getMessage()), String.valueOf(failure.getMessage()));
  }

  private static Text of(FileSystemException failure) {
    String file = failure.getFile();
    if (failure instanceof AccessDeniedException) {
      return new Text("no permission for " + file, "sin permiso para " + file);
    }
    String words = failure.getReason() == null ? "" : failure.getReason();
    if (failure instanceof FileAlreadyExistsException || words.equals("Not a directory")) {
      return new Text(
          "there is a file where a directory is needed: " + file,
          "hay un archivo donde se necesita un directorio: " + file);
    }
    if (words.equals("Read-only file system")) {
      return new Text(file + ": the disk is read-only", file + ": el disco es de solo lectura");
    }
    // Else the system's own words.
    String why = words.isEmpty() ? "" : ": " + words;
    return new Text(file + why, file + why);
  }
}
