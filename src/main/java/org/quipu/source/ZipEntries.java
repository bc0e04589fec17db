package org.quipu.source;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files inside a zip, each addressed as {@code archive.zip!entry}. Read from front to back, not
 * by the directory at the end, so that of an archive that was cut off the first part can be read.
 */
final class ZipEntries {
  private static final String MARK = ".zip!";

  private ZipEntries() {}

  /** Whether a path is an archive whose entries are files of the field. */
  static boolean isArchive(String path) {
    return path.toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
  }

  /** Whether a path is that of an entry. */
  static boolean isEntry(String path) {
    return mark(path) >= 0;
  }

  private static int mark(String path) {
    return path.toLowerCase(java.util.Locale.ROOT).indexOf(MARK);
  }

  /** The path of the archive that an entry lies in. */
  static String archive(String path) {
    return path.substring(0, mark(path) + MARK.length() - 1);
  }

  /** The entries that hold data, in their order. */
  static List<InputFile> list(InputFile archive, Storage storage) throws IOException {
    List<InputFile> files = new ArrayList<>();
    try (ZipInputStream zip = zip(storage.open(archive.path(), 0))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (holdsData(entry)) {
          String path = archive.path() + "!" + entry.getName();
          files.add(new InputFile(archive.source(), path, 0));
          InputFile sized = new InputFile(archive.source(), path, length(zip));
          files.set(files.size() - 1, sized);
        }
      }
    } catch (EOFException | ZipException e) {
      if (files.isEmpty()) {
        throw damaged(e);
      }
    }
    return files;
  }

  private static long length(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      length += n;
    }
    return length;
  }

  /** Macs add resource forks, and hidden files are nobody's data. */
  private static boolean holdsData(ZipEntry entry) {
    String name = entry.getName();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory()
        && !name.startsWith("__MACOSX/")
        && !last.startsWith(".")
        && !last.startsWith("_");
  }

  /** Opens one entry; where the archive is damaged, reading throws {@link DamagedData}. */
  static InputStream open(String path, Storage storage) throws IOException {
    String wanted = path.substring(mark(path) + MARK.length());
    ZipInputStream zip = zip(storage.open(archive(path), 0));
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(wanted)) {
          return new Content(zip);
        }
      }
    } catch (EOFException | ZipException e) {
      zip.close();
      throw damaged(e);
    }
    zip.close();
    throw new FileNotFoundException("there is no " + wanted + " in " + archive(path));
  }

  private static ZipInputStream zip(InputStream raw) {
    // Names flagged as UTF-8 are read so in any case; Latin-1 takes whatever the others hold.
    return new ZipInputStream(raw, StandardCharsets.ISO_8859_1);
  }

  private static DamagedData damaged(IOException e) {
    return new DamagedData(
        new Defect(
            "The zip archive ends early or is damaged; rows after this place could not be read.",
            "El archivo zip termina antes de tiempo o está dañado; las filas después de este lugar"
                + " no se pudieron leer."),
        e);
  }

  /** The bytes of the entry that an archive stands at. */
  private static final class Content extends FilterInputStream {
    Content(ZipInputStream zip) {
      super(zip);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }
  }
}
