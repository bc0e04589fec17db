package org.quipu.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name under which a fit is kept: a SHA-256 of every bit that it depends on, this program and
 * the release of MLlib among them.
 */
final class FitName {
  /** What the names of all fits begin with, before a hyphen. */
  static final String SOURCE = "fit";

  /** What they end with. */
  static final String KIND = ".bin";

  private static final int BYTES_OF_NAME = 16;

  private final String method;
  private final MessageDigest digest;

  private FitName(String method) {
    this.method = method;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The name of a fit by a method with its settings, of no data yet.
   *
   * @param program that fits
   */
  static FitName of(String program, String method, double... settings) {
    FitName name = new FitName(method);
    name.digest.update(program.getBytes(StandardCharsets.UTF_8));
    name.digest.update(
        org.apache.spark.package$.MODULE$.SPARK_VERSION().getBytes(StandardCharsets.UTF_8));
    return name.add(settings);
  }

  /** Adds numbers in their order, and how many they are. */
  FitName add(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * numbers.length);
    bytes.putInt(numbers.length);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    digest.update(bytes.array());
    return this;
  }

  /** The name; nothing is added after it was asked for. */
  String text() {
    return SOURCE
        + "-"
        + method
        + "-"
        + HexFormat.of().formatHex(digest.digest(), 0, BYTES_OF_NAME)
        + KIND;
  }
}
