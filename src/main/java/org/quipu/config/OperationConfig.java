package org.quipu.config;

/**
 * What a run leaves for those who watch over it.
 *
 * @param metricsFile absolute path of the file of metrics; empty: none
 * @param logFile absolute path of the log; empty: where the warehouse says
 * @param logFormat how the log is written
 */
public record OperationConfig(String metricsFile, String logFile, LogFormat logFormat) {

  /** A line of text for people, or a JSON object a line. */
  public enum LogFormat {
    TEXT,
    JSON
  }
}
