package org.quipu.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file is read after it was looked over. What was written, cut or put in its place in between
 * would be counted, and kept for later runs, under the fingerprint of what it was.
 *
 * <p>It is told by length and time of change. An object store's listing and its single answers do
 * not tell the time in the same digits: there it is told by the length.
 */
public final class Unchanged {
  private Unchanged() {}

  /**
   * Returns if a file is as it was found.
   *
   * @throws InputException if it is not
   */
  public static void require(InputFile file, Storage storage) {
    String path = InputFiles.outer(file.path());
    try {
      FileStatus now = storage.fileSystem(path).getFileStatus(Storage.path(path));
      boolean isPart = !path.equals(file.path());
      boolean isRewritten = file.modified() != 0 && modified(now) != file.modified();
      if (isRewritten || !isPart && now.getLen() != file.bytes()) {
        throw changed(path, "changed", "cambió");
      }
    } catch (FileNotFoundException gone) {
      throw changed(path, "was deleted", "fue borrado");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long modified(FileStatus status) {
    return status instanceof EtagSource ? 0 : status.getModificationTime();
  }

  private static InputException changed(String path, String en, String es) {
    return new InputException(
        "%s %s while it was read, so nothing was published. Run again when it is complete."
            .formatted(path, en),
        "%s %s mientras se leía, así que no se publicó nada. Vuelva a ejecutar cuando esté completo."
            .formatted(path, es));
  }
}
