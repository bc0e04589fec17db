package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stamp vouches for; a disk that knows no inodes would fail here, and has no stamps. */
class FileStampTest {
  @TempDir Path folder;

  private static Optional<FileStamp> stamp(Path file, Duration later) throws IOException {
    InputFile input = new InputFile("staff-survey", file.toString(), Files.size(file));
    return FileStamp.of(input, Storage.plain(), Clock.offset(Clock.systemUTC(), later));
  }

  private static Optional<FileStamp> stamp(Path file) throws IOException {
    return stamp(file, Duration.ofMinutes(1));
  }

  @Test
  void aFileKeepsItsStampUntilItIsChangedWhateverItsTimeIsSetTo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    FileTime written = Files.getLastModifiedTime(file);
    Optional<FileStamp> first = stamp(file);
    assertThat(first).isPresent().isEqualTo(stamp(file));

    Files.writeString(file, "a,b\n1,3\n");
    Files.setLastModifiedTime(file, written);

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    assertThat(stamp(file)).isPresent().isNotEqualTo(first);
  }

  @Test
  void anotherFileInItsPlaceHasAnother() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    Path other = Files.writeString(folder.resolve("b.csv"), "a,b\n1,3\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Optional<FileStamp> first = stamp(file);

    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(stamp(file)).isPresent().isNotEqualTo(first);
  }

  @Test
  void whatChangedJustNowOrLiesInTheFutureHasNone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n");
    Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    boolean toldInFractions =
        changed.getNano() != 0 && Files.getLastModifiedTime(file).toInstant().getNano() != 0;
    assertThat(stampAt(file, changed)).isEmpty();
    assertThat(stampAt(file, changed.plusMillis(90))).isEmpty();
    assertThat(stampAt(file, changed.plusMillis(500)).isPresent()).isEqualTo(toldInFractions);
    assertThat(stampAt(file, changed.plusSeconds(4))).isPresent();
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
    assertThat(stamp(file)).isEmpty();
  }

  @Test
  void aTimeInWholeSecondsTakesThreeToBeOver() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n");
    Instant second = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    Files.setLastModifiedTime(file, FileTime.from(second));
    assertThat(stampAt(file, second.plusMillis(2900))).isEmpty();
    assertThat(stampAt(file, second.plusMillis(3100))).isPresent();
  }

  private static Optional<FileStamp> stampAt(Path file, Instant now) throws IOException {
    InputFile input = new InputFile("staff-survey", file.toString(), Files.size(file));
    return FileStamp.of(input, Storage.plain(), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void whatIsNotThereOrInsideAnArchiveHasNone() {
    for (String path : new String[] {folder + "/none.csv", folder + "/a.zip!b.csv"}) {
      assertThat(FileStamp.of(new InputFile("x", path, 1), Storage.plain())).isEmpty();
    }
  }
}
