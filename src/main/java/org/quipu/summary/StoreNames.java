package org.quipu.summary;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * The names that things of a source have in the store: each says all that the thing depends on.
 *
 * @param source its name
 * @param fingerprint 32 hexadecimal digits of a SHA-256 of all that decides what is made of a file,
 *     beside its bytes
 */
record StoreNames(String source, String fingerprint) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param how all that decides what is made of a file, beside its bytes
   */
  static StoreNames of(String source, String how) {
    return new StoreNames(source, hash(how));
  }

  /** The names of what a program makes. */
  StoreNames by(String program) {
    return of(source, program + "\n" + fingerprint);
  }

  /** What a file was found to hold. */
  String entry(String sha256) {
    return name(sha256) + SummaryStore.ENTRY;
  }

  /** A list of entries. */
  String list(Collection<String> entries) {
    return name(entries.toString());
  }

  /** What several files add up to. */
  String sum() {
    return name("");
  }

  private String name(String content) {
    return source + "-" + hash(fingerprint + content);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
