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

  /** The end of the directory, and the longest comment behind it. */
  private static final int DIRECTORY_END = 22;

  private static final int LONGEST_COMMENT = 0xffff;

  /** What a directory says of so many entries and more. */
  private static final int MANY = 0xffff;

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
    int seen = 0;
    try (ZipInputStream zip = zip(storage.open(archive.path(), 0))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        seen++;
        if (holdsData(entry)) {
          String path = archive.path() + "!" + entry.getName();
          files.add(new InputFile(archive.source(), path, 0, archive.modified()));
          InputFile sized = new InputFile(archive.source(), path, length(zip), archive.modified());
          files.set(files.size() - 1, sized);
        }
      }
    } catch (EOFException | ZipException e) {
      if (files.isEmpty()) {
        throw damaged(e);
      }
    }
    // Where there are files, the last of them says so when it is read.
    if (files.isEmpty()) {
      requireAll(archive.path(), seen, storage);
    }
    return files;
  }

  /**
   * Holds the entries that were met from front to back against the number that the directory at the
   * end gives. The library takes anything that is no entry's beginning for the end of the entries,
   * so that of an archive cut between two of them, or harmed there, the later ones would be lost
   * and nobody know.
   *
   * @throws DamagedData if there are more, or no directory
   */
  private static void requireAll(String archive, int seen, Storage storage) throws IOException {
    if (seen < Math.min(directorySize(archive, storage), MANY)) {
      throw damaged(new ZipException("entries are missing"));
    }
  }

  /** How many entries the directory has, 65,535 for that many or more; the most where none is. */
  private static int directorySize(String archive, Storage storage) throws IOException {
    long length = storage.fileSystem(archive).getFileStatus(Storage.path(archive)).getLen();
    int looked = (int) Math.min(length, DIRECTORY_END + LONGEST_COMMENT);
    byte[] tail;
    try (InputStream in = storage.open(archive, length - looked)) {
      tail = in.readNBytes(looked);
    }
    for (int at = tail.length - DIRECTORY_END; at >= 0; at--) {
      if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
        return tail[at + 10] & 0xff | (tail[at + 11] & 0xff) << 8;
      }
    }
    return Integer.MAX_VALUE;
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
    return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !InputFiles.isNobodysData(last);
  }

  /** Opens one entry; where the archive is damaged, reading throws {@link DamagedData}. */
  static InputStream open(String path, Storage storage) throws IOException {
    String wanted = path.substring(mark(path) + MARK.length());
    ZipInputStream zip = zip(storage.open(archive(path), 0));
    int seen = 0;
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        seen++;
        if (entry.getName().equals(wanted)) {
          return new Content(zip, archive(path), seen, storage);
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

  /**
   * The bytes of the entry that an archive stands at. Behind the last that holds data, what the
   * archive lacks is told.
   */
  private static final class Content extends FilterInputStream {
    private final ZipInputStream zip;
    private final String archive;
    private final Storage storage;
    private int seen;
    private boolean ended;

    Content(ZipInputStream zip, String archive, int seen, Storage storage) {
      super(zip);
      this.zip = zip;
      this.archive = archive;
      this.seen = seen;
      this.storage = storage;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int n = read(one, 0, 1);
      return n < 0 ? n : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      try {
        int n = in.read(buffer, offset, length);
        if (n < 0) {
          ended = true;
          requireNext();
        }
        return n;
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }

    private void requireNext() throws IOException {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        seen++;
        if (holdsData(next)) {
          return;
        }
      }
      requireAll(archive, seen, storage);
    }
  }
}
