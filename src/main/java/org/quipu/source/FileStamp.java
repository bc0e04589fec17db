package org.quipu.source;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileChecksum;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Tells without reading a file whether it still holds what it held: two equal stamps of a path mean
 * the same bytes.
 *
 * <ul>
 *   <li>on a local disk its inode, length, and when its content and its inode last changed: that
 *       last time no program can set (where a disk keeps none, as FAT, the others have to do). A
 *       file that changed just now has no stamp, since it might change again within one tick of the
 *       disk's clock
 *   <li>in an object store its entity tag, on HDFS the checksum that the data nodes keep
 *   <li>elsewhere, and inside archives, there is none
 * </ul>
 *
 * @param text what the place says of the file
 */
public record FileStamp(String text) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Disks that tell time in whole seconds do so in steps of up to two (FAT). */
  private static final Duration SECONDS = Duration.ofSeconds(3);

  /** The others go by the system's clock, whose steps are of a hundredth at most. */
  private static final Duration FRACTIONS = Duration.ofMillis(100);

  private static final String ATTRIBUTES = "unix:dev,ino,size,lastModifiedTime,ctime";

  /** The stamp of a file; none where its place cannot vouch for it. */
  public static Optional<FileStamp> of(InputFile file, Storage storage) {
    return of(file, storage, Clock.systemUTC());
  }

  static Optional<FileStamp> of(InputFile file, Storage storage, Clock clock) {
    try {
      if (file.path().startsWith("/")) {
        Path local = Path.of(file.path());
        return Files.isRegularFile(local)
            ? ofLocal(Files.readAttributes(local, ATTRIBUTES), clock.instant())
            : Optional.empty();
      }
      return ofRemote(storage.fileSystem(file.path()), Storage.path(file.path()));
    } catch (IOException | RuntimeException e) {
      // A system without inodes, a file that is gone: whoever reads it will tell.
      return Optional.empty();
    }
  }

  private static Optional<FileStamp> ofLocal(Map<String, Object> known, Instant now) {
    List<FileTime> times =
        List.of((FileTime) known.get("lastModifiedTime"), (FileTime) known.get("ctime"));
    return times.stream().allMatch(time -> isOver(time.toInstant(), now))
        ? Optional.of(
            new FileStamp(
                "inode %s:%s, %s bytes, %s %s"
                    .formatted(
                        known.get("dev"),
                        known.get("ino"),
                        known.get("size"),
                        times.get(0),
                        times.get(1))))
        : Optional.empty();
  }

  /** Whether a disk's clock has gone on since. */
  private static boolean isOver(Instant changed, Instant now) {
    return changed.plus(changed.getNano() == 0 ? SECONDS : FRACTIONS).isBefore(now);
  }

  private static Optional<FileStamp> ofRemote(FileSystem fileSystem, org.apache.hadoop.fs.Path path)
      throws IOException {
    FileStatus status = fileSystem.getFileStatus(path);
    if (status instanceof EtagSource tagged) {
      String tag = tagged.getEtag();
      return tag == null || tag.isEmpty()
          ? Optional.empty()
          : Optional.of(new FileStamp("tag %s, %d bytes".formatted(tag, status.getLen())));
    }
    FileChecksum sum = fileSystem.getFileChecksum(path);
    return sum == null
        ? Optional.empty()
        : Optional.of(new FileStamp("%s, %d bytes".formatted(sum, status.getLen())));
  }
}
