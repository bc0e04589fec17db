package org.quipu.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;

/** Looks every file of a job over before any is read, as many at once as there are processors. */
final class LookingOver {
  private LookingOver() {}

  /**
   * The files of every source that the job has been given, by source in the order of the contract.
   *
   * @throws org.quipu.source.InputException if one is not there
   */
  static Map<String, List<InputFile>> files(JobConfig config, Storage storage) {
    Map<String, List<InputFile>> files = new LinkedHashMap<>();
    for (SourceContract contract : SourceContract.ALL) {
      SourceConfig source = config.source(contract.name());
      if (source.isPresent()) {
        files.put(contract.name(), InputFiles.of(source, storage));
      }
    }
    return files;
  }

  /**
   * What is known of these files.
   *
   * @throws org.quipu.source.InputException if one cannot be read; of several the first by source
   *     and path
   */
  static SortedMap<String, List<FileProfile>> of(
      Map<String, List<InputFile>> files, SeenFiles seen) {
    List<Callable<FileProfile>> looks = new ArrayList<>();
    files
        .values()
        .forEach(ofSource -> ofSource.forEach(file -> looks.add(() -> seen.profile(file))));
    SortedMap<String, List<FileProfile>> profiles = new TreeMap<>();
    for (FileProfile profile : atOnce(looks)) {
      profiles.computeIfAbsent(profile.file().source(), k -> new ArrayList<>()).add(profile);
    }
    profiles.replaceAll((source, known) -> List.copyOf(known));
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
