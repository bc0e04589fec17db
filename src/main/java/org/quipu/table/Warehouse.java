package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where result tables are kept, in versions.
 *
 * <pre>
 * WAREHOUSE/CURRENT                            the name of the current version
 * WAREHOUSE/versions/000012-RUN/TABLE.parquet
 * WAREHOUSE/versions/000012-RUN/restricted/    tables that hold raw text; owner only
 * WAREHOUSE/versions/.staging-RUN/             a run under way, or what a crash left
 * WAREHOUSE/.lock                              held while a run writes
 * </pre>
 *
 * <p>A version is written aside, moved to its name whole, and becomes current when CURRENT is
 * replaced, which is one atomic step. Whoever reads CURRENT first and then the files of the version
 * that it names sees all of the old version or all of the new one. A crash before that step leaves
 * the old version current; the next run sweeps what was staged.
 */
public final class Warehouse {

  /** Versions kept unless told otherwise. */
  public static final int KEEP_VERSIONS = 10;

  private final Storage storage;
  private final String path;
  private final int keepVersions;

  Warehouse(Storage storage, String path, int keepVersions) {
    if (keepVersions < 1) {
      throw new IllegalArgumentException(
          "keep-versions is " + keepVersions + "; at least 1, the current one, is kept");
    }
    this.storage = storage;
    this.path =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.keepVersions = keepVersions;
  }

  /**
   * The warehouse in a directory, which need not exist yet.
   *
   * @param path a local directory, or one with a scheme that Hadoop knows ({@code hdfs:}, {@code
   *     s3a:})
   */
  public static Warehouse at(String path) {
    return new Warehouse(Storage.of(path), path, KEEP_VERSIONS);
  }

  /** The same warehouse, in which a commit keeps so many of the newest versions, at least 1. */
  public Warehouse keeping(int versions) {
    return new Warehouse(storage, path, versions);
  }

  /** The directory it lies in. */
  public String path() {
    return path;
  }

  /**
   * The version that readers see; none before the first run.
   *
   * @throws TableException when CURRENT names no version that is there
   */
  public Optional<Version> current() throws IOException {
    if (!storage.exists(pointer())) {
      return Optional.empty();
    }
    String name = storage.readText(pointer()).strip();
    if (!Version.isName(name) || !storage.exists(version(name).path())) {
      throw new TableException(
          new Text(
              "%s names '%s', which is not in %s. A new run makes a new version; or write the name of one that is there"
                  .formatted(pointer(), name, versionsPath()),
              "%s nombra '%s', que no está en %s. Una nueva corrida produce otra versión; o escriba el nombre de una que exista"
                  .formatted(pointer(), name, versionsPath())));
    }
    return Optional.of(version(name));
  }

  /** All versions that are kept, oldest first. */
  public List<Version> versions() throws IOException {
    return storage.list(versionsPath()).stream()
        .filter(Version::isName)
        .sorted(Comparator.comparingLong(Version::number))
        .map(this::version)
        .toList();
  }

  /**
   * Takes the warehouse for a run, sweeps what crashed runs left, and begins a new version. Close
   * the staging to give the warehouse back; without a commit the new version is dropped.
   *
   * @param runId letters, digits, dots, hyphens and underscores
   * @throws TableException when the run id holds anything else, or the warehouse cannot be written
   * @throws WarehouseBusy when another run holds the warehouse
   */
  public Staging begin(String runId) throws IOException {
    if (!runId.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
      throw new TableException(
          new Text(
              "Run id '%s': allowed are up to 128 letters, digits, '.', '-' and '_', the first a letter or digit"
                  .formatted(runId),
              "Id de corrida '%s': se admiten hasta 128 letras, dígitos, '.', '-' y '_'; el primero, letra o dígito"
                  .formatted(runId)));
    }
    Closeable lock = lock("run " + runId + ", process " + ProcessHandle.current().pid());
    try {
      sweep();
      return new Staging(this, storage, runId, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Closeable lock(String holder) throws IOException {
    try {
      storage.createDirectory(versionsPath());
      return storage.lock(path + "/.lock", holder);
    } catch (FileSystemException e) { // Its message is a path, and does not say what is wrong.
      throw new TableException(
          new Text(
              "The warehouse %s cannot be written: %s".formatted(path, e),
              "No se puede escribir en el almacén %s: %s".formatted(path, e)));
    }
  }

  /** Publishes a staged directory: moves it to its name, then points CURRENT to it. */
  Version publish(String staged, String runId) throws IOException {
    List<Version> versions = versions();
    long last = versions.isEmpty() ? 0 : versions.get(versions.size() - 1).number();
    Version version = version(Version.name(last + 1, runId));
    storage.move(staged, version.path());
    storage.sync(versionsPath());
    String aside = pointer() + ".new";
    storage.writeText(aside, version.name() + "\n");
    storage.sync(aside);
    storage.replace(aside, pointer());
    storage.sync(path);
    return version;
  }

  /** Deletes the oldest versions above the number to keep, never the current one. */
  void prune() throws IOException {
    List<Version> versions = versions();
    String current = current().map(Version::name).orElse("");
    List<Version> others =
        versions.stream().filter(version -> !version.name().equals(current)).toList();
    for (Version old : others.subList(0, Math.max(0, others.size() - (keepVersions - 1)))) {
      // Out of the listing first, so that a crash does not leave half a version that looks whole.
      String dropped = versionsPath() + "/" + Staging.PREFIX + "dropped-" + old.name();
      storage.move(old.path(), dropped);
      storage.delete(dropped);
    }
  }

  String versionsPath() {
    return path + "/versions";
  }

  private void sweep() throws IOException {
    for (String name : storage.list(versionsPath())) {
      if (name.startsWith(Staging.PREFIX)) {
        storage.delete(versionsPath() + "/" + name);
      }
    }
    storage.delete(pointer() + ".new");
  }

  private Version version(String name) {
    return new Version(storage, name, versionsPath() + "/" + name);
  }

  private String pointer() {
    return path + "/CURRENT";
  }
}
