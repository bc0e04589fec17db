package org.quipu.source;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a file system is not there, in words for who set the path: no names of classes. */
public record Unreachable(String en, String es) {
  private static final Pattern WEB = Pattern.compile("(?i)(https?|ftp)://.*");
  private static final Pattern NO_CLASS = Pattern.compile("Class (\\S+) not found");
  private static final Pattern HOST = Pattern.compile("destination host is: \"?([^\";:]+)");

  /** How classes of Java and Hadoop begin what they say. */
  private static final Pattern CLASS =
      Pattern.compile("\\b([a-z][a-z0-9]*\\.)+[A-Z]\\w*(Exception|Error)\\b(: )?");

  /** Hadoop would answer there, and know neither folders nor lengths. */
  static boolean isOnTheWeb(String path) {
    return WEB.matcher(path).matches();
  }

  /** Why it is, as far as a failure tells; its own words without classes where they say nothing. */
  static Unreachable of(Exception failure) {
    Optional<Unreachable> known = known(failure);
    if (known.isPresent()) {
      return known.get();
    }
    String words = failure.getMessage() == null ? "" : failure.getMessage();
    String plain = CLASS.matcher(words).replaceAll("").strip();
    String name = plain.isEmpty() ? failure.getClass().getSimpleName() : plain;
    return new Unreachable(name, name);
  }

  /** Whether any cause of a failure is a host, or a file system's class, that is not there. */
  public static Optional<Unreachable> known(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage());
      Matcher absent = NO_CLASS.matcher(words);
      if (absent.find() && absent.group(1).endsWith("FileSystem")) {
        return Optional.of(absent(absent.group(1)));
      }
      if (cause instanceof UnknownHostException) {
        Matcher named = HOST.matcher(words);
        String host = named.find() ? named.group(1) : words;
        return Optional.of(
            new Unreachable("no host is called " + host, "ningún equipo se llama " + host));
      }
    }
    return Optional.empty();
  }

  private static Unreachable absent(String name) {
    return name.contains(".s3a.")
        ? new Unreachable(
            "S3A is not in this Spark. It comes with spark-submit --packages org.apache.hadoop:hadoop-aws:3.4.2, or with that jar beside Spark's",
            "este Spark no tiene S3A. Viene con spark-submit --packages org.apache.hadoop:hadoop-aws:3.4.2, o con ese jar junto a los de Spark")
        : new Unreachable(
            "Spark has no file system for it: the class %s is missing".formatted(name),
            "Spark no tiene un sistema de archivos para ella: falta la clase %s".formatted(name));
  }
}
