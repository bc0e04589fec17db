package org.quipu.job;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.source.FileProfile;
import org.quipu.source.FileStamp;
import org.quipu.source.Formats;
import org.quipu.source.InputFile;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
import org.quipu.summary.SummaryStore;

/**
 * Looks files over, but for those that an earlier run has looked over and that have not changed
 * since: ten years of files are not read for their fingerprints each month.
 */
final class SeenFiles {
  private static final String KIND = ".seen";

  /** As many lists as jobs are likely to share a warehouse. */
  private static final int LISTS = 4;

  private final JobConfig config;
  private final Storage storage;
  private final SummaryStore store;
  private final String entry;
  private final Map<String, Seen> before;
  private final Map<String, Seen> now = new ConcurrentHashMap<>();

  /** A file as it was found when it had this stamp. */
  private record Seen(FileStamp stamp, FileProfile profile) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What a run has seen, by source and path. */
  private record All(TreeMap<String, Seen> files) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private SeenFiles(JobConfig config, Storage storage, SummaryStore store, String entry) {
    this.config = config;
    this.storage = storage;
    this.store = store;
    this.entry = entry;
    this.before = store.find(entry, All.class).map(All::files).orElseGet(TreeMap::new);
  }

  /** What is known of a job's files from earlier runs of the same program and settings. */
  static SeenFiles of(JobConfig config, Storage storage, SummaryStore store) {
    StringBuilder how = new StringBuilder(ProgramVersion.code());
    how.append('\n').append(config.spark().splitBytes());
    for (SourceContract contract : SourceContract.ALL) {
      SourceConfig source = config.source(contract.name());
      if (source.isPresent()) {
        how.append('\n').append(contract.name()).append('\n').append(source.howToRead());
      }
    }
    return new SeenFiles(
        config, storage, store, "files-" + RunIdentity.sha256(how.toString()) + KIND);
  }

  /**
   * What is known of a file; several threads may ask.
   *
   * @throws org.quipu.source.InputException if it cannot be read
   */
  FileProfile profile(InputFile file) {
    SourceConfig source = config.source(file.source());
    String key = key(file);
    // Before the look: what is changed meanwhile has another stamp afterwards.
    Optional<FileStamp> stamp = FileStamp.of(file, storage);
    Seen seen = before.get(key);
    if (stamp.isPresent() && seen != null && seen.stamp.equals(stamp.get())) {
      now.put(key, seen);
      return seen.profile.of(file);
    }
    FileProfile profile = Formats.profile(file, source, storage, config.spark().splitBytes());
    // What a dialect learned of a file is not for keeping.
    if (stamp.isPresent() && !profile.isMapped()) {
      now.put(key, new Seen(stamp.get(), profile));
    }
    return profile;
  }

  /** Whether an earlier run has looked a file over, as far as can be told without reading it. */
  boolean has(InputFile file) {
    Seen seen = before.get(key(file));
    return seen != null && FileStamp.of(file, storage).filter(seen.stamp::equals).isPresent();
  }

  private static String key(InputFile file) {
    return file.source() + " " + file.path();
  }

  /** Keeps what was seen for later runs. */
  void keep() {
    if (!now.equals(before)) {
      store.keep(entry, new All(new TreeMap<>(now)));
      store.forgetOld("files", KIND, LISTS);
    }
  }
}
