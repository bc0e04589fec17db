package org.quipu.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where Spark runs.
 *
 * @param master the Spark master; empty: what spark-submit says
 * @param shufflePartitions parts that run at once; 0: as many as the session has cores
 * @param splitBytes about how many bytes of a file of text one task reads
 * @param conf further Spark settings by their full name, sorted
 */
public record SparkConfig(
    String master, int shufflePartitions, int splitBytes, SortedMap<String, String> conf) {

  /** How the names of settings begin that are Hadoop's. */
  static final String HADOOP = "spark.hadoop.";

  public SparkConfig {
    conf = Collections.unmodifiableSortedMap(new TreeMap<>(conf));
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
        + ", conf="
        + shown
        + "]";
  }
}
