package org.quipu.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a version holds, to the byte; without {@code run}, which says when and how long, and {@code
 * _ORIGINS}, which depends on where inputs lie.
 */
public final class PublishedBytes {
  private PublishedBytes() {}

  /** SHA-256 of each file of the current version, by its name below the version's folder. */
  public static SortedMap<String, String> current(Path warehouse) throws IOException {
    String name = Files.readString(warehouse.resolve("CURRENT")).strip();
    return of(warehouse.resolve("versions").resolve(name));
  }

  public static SortedMap<String, String> of(Path version) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(version)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    var sums = new TreeMap<String, String>();
    for (Path file : files) {
      sums.put(version.relativize(file).toString(), sha256(Files.readAllBytes(file)));
    }
    sums.remove("run.parquet");
    sums.remove("_ORIGINS");
    return sums;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
