package org.quipu.table;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where result tables are kept, in versions.
 *
 * <pre>
 * WAREHOUSE/CURRENT                            the name of the current version
 * WAREHOUSE/versions/000012-RUN/TABLE.parquet
 * WAREHOUSE/versions/000012-RUN/restricted/    tables that hold raw text; owner only
 * WAREHOUSE/versions/000012-RUN/apart/         what single analyses added to shared tables
 * WAREHOUSE/versions/000012-RUN/_ORIGINS       what the files were made from
 * WAREHOUSE/versions/.staging-RUN.…/           a run under way, or what a crash left
 * WAREHOUSE/.lock                              held while a run writes
 * </pre>
 *
 * <p>A version is written aside, moved to its name whole, and becomes current when CURRENT is
 * replaced, which is one atomic step. Whoever reads CURRENT first and then the files of the version
 * that it names sees all of the old version or all of the new one. A crash before that step leaves
 * the old version current; the next run sweeps what was staged.
 *
 * <p>Object stores cannot move a directory in one step. There a version is written under its own
 * name, and is one from the moment that it holds {@code _COMPLETE}, its last file; CURRENT is one
 * PUT. What has no such file is no version, and the next run sweeps it.
 */
public final class Warehouse {

  /** Versions kept unless told otherwise. */
  public static final int KEEP_VERSIONS = 10;

  private static final int LONGEST_SHOWN = 80;

  private final WarehouseStorage storage;
  private final String path;
  private final int keepVersions;
  private final Duration keepFor;
  private final boolean takesOver;

  Warehouse(WarehouseStorage storage, String path, int keepVersions) {
    this(storage, path, keepVersions, Duration.ZERO, true);
  }

  private Warehouse(
      WarehouseStorage storage,
      String path,
      int keepVersions,
      Duration keepFor,
      boolean takesOver) {
    if (keepVersions < 1) {
      throw new IllegalArgumentException(
          "keep-versions is " + keepVersions + "; at least 1, the current one, is kept");
    }
    this.storage = storage;
    this.path =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.keepVersions = keepVersions;
    this.keepFor = keepFor;
    this.takesOver = takesOver;
  }

  /**
   * The warehouse in a directory, which need not exist yet.
   *
   * @param path a local directory, or one with a scheme that Hadoop knows ({@code hdfs:}, {@code
   *     s3a:})
   */
  public static Warehouse at(String path) {
    return at(path, Map.of());
  }

  /**
   * The same, reached with settings of Hadoop's, e.g. {@code fs.s3a.endpoint}, that differ from the
   * machine's own.
   */
  public static Warehouse at(String path, Map<String, String> settings) {
    return new Warehouse(WarehouseStorage.of(path, settings), path, KEEP_VERSIONS);
  }

  /** The same warehouse, in which a commit keeps so many of the newest versions, at least 1. */
  public Warehouse keeping(int versions) {
    return new Warehouse(storage, path, versions, keepFor, takesOver);
  }

  /**
   * The same warehouse, in which a commit also keeps every version that was current within a time
   * before, for those who still read it.
   */
  public Warehouse keepingFor(Duration time) {
    return new Warehouse(storage, path, keepVersions, time, takesOver);
  }

  /** The same warehouse, in which a version takes nothing over from the one before. */
  public Warehouse fromScratch() {
    return new Warehouse(storage, path, keepVersions, keepFor, false);
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
    Optional<String> named = named();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String name = named.get();
    if (!Version.isName(name) || !storage.exists(version(name).path())) {
      throw new TableException(
          new Text(
              "%s names '%s', which is not in %s. A new run makes a new version; or write the name of one that is there"
                  .formatted(pointer(), printable(name), versionsPath()),
              "%s nombra '%s', que no está en %s. Una nueva corrida produce otra versión; o escriba el nombre de una que exista"
                  .formatted(pointer(), printable(name), versionsPath())));
    }
    return Optional.of(version(name));
  }

  /**
   * What CURRENT says, whether or not it is a version's name; empty where there is none.
   *
   * @throws TableException when it is a directory, which no run can replace
   */
  private Optional<String> named() throws IOException {
    if (!storage.exists(pointer())) {
      return Optional.empty();
    }
    if (storage.isDirectory(pointer())) {
      throw new TableException(
          new Text(
              "%s is a directory; it must be the file that names the current version. Move it away, and run again"
                  .formatted(pointer()),
              "%s es un directorio; debe ser el archivo que nombra la versión vigente. Retírelo y vuelva a ejecutar"
                  .formatted(pointer())));
    }
    return Optional.of(storage.readText(pointer()).strip());
  }

  /** A damaged file may say anything, at any length, also what a terminal would obey. */
  private static String printable(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
  }

  /** All versions that are kept, oldest first. */
  public List<Version> versions() throws IOException {
    List<Version> versions = new ArrayList<>();
    for (String name : storage.list(versionsPath())) {
      if (Version.isName(name) && isComplete(name)) {
        versions.add(version(name));
      }
    }
    versions.sort(Comparator.comparingLong(Version::number));
    return List.copyOf(versions);
  }

  /** Under its own name a version is complete, unless it had to be written there. */
  private boolean isComplete(String name) throws IOException {
    return storage.movesAtOnce() || storage.exists(marker(name));
  }

  private String marker(String name) {
    return versionsPath() + "/" + name + "/" + Version.COMPLETE;
  }

  private Version next(String runId) throws IOException {
    List<Version> versions = versions();
    long last = versions.isEmpty() ? 0 : versions.get(versions.size() - 1).number();
    return version(Version.name(last + 1, runId));
  }

  /**
   * Where a run writes, which is nobody else's: one that was taken for dead may wake up and go on,
   * and with the same inputs its id is the same.
   */
  private String freePlace(String runId) throws IOException {
    if (storage.movesAtOnce()) {
      return versionsPath() + "/" + Staging.PREFIX + runId + "." + UUID.randomUUID();
    }
    long last =
        storage.list(versionsPath()).stream()
            .filter(Version::isName)
            .mapToLong(Version::number)
            .max()
            .orElse(0);
    return version(Version.name(last + 1, runId)).path();
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
    WarehouseStorage.Lock lock =
        lock("run " + runId + ", process " + ProcessHandle.current().pid());
    try {
      String staged = freePlace(runId);
      sweep();
      return new Staging(this, storage, runId, staged, before(), lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The version that a new one may take over from; a pointer that names none is of no use. */
  private Optional<Version> before() throws IOException {
    return takesOver ? named().filter(Version::isName).map(this::version) : Optional.empty();
  }

  private WarehouseStorage.Lock lock(String holder) throws IOException {
    try {
      storage.createDirectory(versionsPath());
      return storage.lock(path + "/.lock", holder);
    } catch (FileSystemException e) { // Its message is a path, and does not say what is wrong.
      Text why = DiskReason.of(e);
      throw new TableException(
          new Text(
              "The warehouse %s cannot be written: %s".formatted(path, why.en()),
              "No se puede escribir en el almacén %s: %s".formatted(path, why.es())));
    }
  }

  /** Publishes what was staged: moves it to its name, then points CURRENT to it. */
  Version publish(Staging staging, WarehouseStorage.Lock lock) throws IOException {
    Version version = next(staging.runId());
    if (storage.movesAtOnce()) {
      storage.move(staging.path(), version.path());
      storage.sync(versionsPath());
    } else {
      // It lies there already, and is complete since it is marked so.
      version = version(staging.path().substring(versionsPath().length() + 1));
    }
    String aside = pointer() + ".new";
    storage.writeText(aside, version.name() + "\n");
    storage.sync(aside);
    lock.verify();
    storage.replace(aside, pointer());
    storage.sync(path);
    return version;
  }

  /**
   * Deletes what a run wrote and did not publish. Where it lies under a version's name already it
   * stays if CURRENT names it, since a PUT that failed may have been made all the same.
   */
  void discard(Staging staging) throws IOException {
    String name = staging.path().substring(versionsPath().length() + 1);
    if (storage.movesAtOnce() || !name.equals(named().orElse(""))) {
      storage.delete(staging.path());
    }
  }

  /** Deletes the oldest versions above the number to keep, never the current one. */
  void prune() throws IOException {
    List<Version> versions = versions();
    String current = current().map(Version::name).orElse("");
    List<Version> others =
        versions.stream().filter(version -> !version.name().equals(current)).toList();
    Instant readUntil = Instant.now().minus(keepFor);
    for (Version old : others.subList(0, Math.max(0, others.size() - (keepVersions - 1)))) {
      Version successor = versions.get(Math.min(versions.indexOf(old) + 1, versions.size() - 1));
      if (published(successor).isAfter(readUntil)) {
        return;
      }
      drop(old);
    }
  }

  /** When a version became current; long ago where that is not known. */
  private Instant published(Version version) throws IOException {
    String marker = marker(version.name());
    return storage.exists(marker) ? storage.modified(marker) : Instant.EPOCH;
  }

  /** Out of the listing first, so that a crash does not leave half a version that looks whole. */
  private void drop(Version old) throws IOException {
    if (storage.movesAtOnce()) {
      String dropped = versionsPath() + "/" + Staging.PREFIX + "dropped-" + old.name();
      storage.move(old.path(), dropped);
      storage.delete(dropped);
    } else {
      storage.delete(marker(old.name()));
      storage.delete(old.path());
    }
  }

  String versionsPath() {
    return path + "/versions";
  }

  /** Deletes what runs left that did not come to their end. */
  private void sweep() throws IOException {
    String current = named().orElse("");
    for (String name : storage.list(versionsPath())) {
      boolean abandoned = Version.isName(name) && !name.equals(current) && !isComplete(name);
      if (name.startsWith(Staging.PREFIX) || abandoned) {
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
