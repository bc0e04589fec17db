package org.quipu.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark runs.
 *
 * @param master the Spark master; empty: what spark-submit says
 * @param shufflePartitions parts that run at once; 0: as many as the session has cores
 * @param splitBytes about how many bytes of a file of text one task reads
 * @param fromBytes how large the unread files of a source are, together, from which on a local
 *     master reads them; smaller ones are read without Spark
 * @param conf further Spark settings by their full name, sorted
 */
public record SparkConfig(
    String master,
    int shufflePartitions,
    int splitBytes,
    long fromBytes,
    SortedMap<String, String> conf) {

  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|\\d+)(,.*)?])?");

  private static final Pattern MASTER =
      Pattern.compile(
          "|yarn|local(\\[(\\*|[1-9]\\d*)(\\s*,\\s*\\d+)?])?|(spark|k8s)://.+|local-cluster\\[.+]");

  /** How the names of settings begin that are Hadoop's. */
  static final String HADOOP = "spark.hadoop.";

  public SparkConfig {
    conf = Collections.unmodifiableSortedMap(new TreeMap<>(conf));
  }

  /** Whether a text is of the form of a master that Spark has; empty: spark-submit names it. */
  static boolean isMaster(String text) {
    return MASTER.matcher(text).matches();
  }

  /**
   * How many threads of this process a local master works with; 0 where the master is a cluster's
   * or not known yet.
   */
  public int localThreads() {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches()) {
      return 0;
    }
    String threads = local.group(2) == null ? "1" : local.group(2);
    return threads.equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(threads);
  }

  /** What Spark hands to Hadoop's file systems: its settings below spark.hadoop, without that. */
  public SortedMap<String, String> hadoopSettings() {
    var out = new TreeMap<String, String>();
    conf.forEach(
        (key, value) -> {
          if (key.startsWith(HADOOP)) {
            out.put(key.substring(HADOOP.length()), value);
          }
        });
    return out;
  }

  /** The settings with secret values hidden, so that printing a configuration is safe. */
  @Override
  public String toString() {
    var shown = new TreeMap<String, String>();
    conf.forEach((key, value) -> shown.put(key, Secrets.shown(key, value)));
    return "SparkConfig[master="
        + master
        + ", shufflePartitions="
        + shufflePartitions
        + ", splitBytes="
        + splitBytes
        + ", fromBytes="
        + fromBytes
        + ", conf="
        + shown
        + "]";
  }
}
