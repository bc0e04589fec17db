package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;

/** Looks every file of a job over before any is read, as many at once as there are processors. */
final class LookingOver {
  private LookingOver() {}

  /**
   * What is known of the files of every source that the job has been given.
   *
   * @throws org.quipu.source.InputException if one is not there or cannot be read; of several the
   *     first by source and path
   */
  static SortedMap<String, List<FileProfile>> of(JobConfig config, Storage storage) {
    List<Callable<FileProfile>> looks = new ArrayList<>();
    for (SourceContract contract : SourceContract.ALL) {
      SourceConfig source = config.source(contract.name());
      if (source.isPresent()) {
        for (InputFile file : InputFiles.of(source, storage)) {
          looks.add(() -> Formats.profile(file, source, storage, config.spark().splitBytes()));
        }
      }
    }
    SortedMap<String, List<FileProfile>> profiles = new TreeMap<>();
    for (FileProfile profile : atOnce(looks)) {
      profiles.computeIfAbsent(profile.file().source(), k -> new ArrayList<>()).add(profile);
    }
    profiles.replaceAll((source, files) -> List.copyOf(files));
    return profiles;
  }

  private static List<FileProfile> atOnce(List<Callable<FileProfile>> looks) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<FileProfile> found = new ArrayList<>();
      for (Future<FileProfile> look : threads.invokeAll(looks)) {
        found.add(look.get());
      }
      return found;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // Looks throw no checked exceptions.
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files are looked over", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
