package org.quipu.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkEnv;

/**
 * The local disk, on which executors that open a file of indicators wait before a gate. So a test
 * knows that tasks are under way, and in which processes, before it kills one of them.
 */
public final class GatedDisk extends RawLocalFileSystem {
  /** The folder of the gate: {@code waiting-PID} of each process before it, and {@code open}. */
  static final String FOLDER = "quipu.test.gate";

  private static final int LOOK_EVERY_MS = 20;
  private static final int PATIENCE_MS = 120_000;

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize) throws IOException {
    String folder = getConf().get(FOLDER);
    SparkEnv spark = SparkEnv.get();
    boolean executor = spark != null && !spark.executorId().equals("driver");
    if (folder != null && executor && path.getName().startsWith("facility-indicator")) {
      waitBefore(Path.of(folder));
    }
    return super.open(path, bufferSize);
  }

  private static void waitBefore(Path gate) throws IOException {
    Path sign = gate.resolve("waiting-" + ProcessHandle.current().pid());
    try {
      for (int waited = 0; !Files.exists(gate.resolve("open")); waited += LOOK_EVERY_MS) {
        if (!Files.exists(sign)) {
          Files.writeString(sign, "");
        }
        if (waited > PATIENCE_MS) {
          throw new IOException("nobody opens the gate " + gate);
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before the gate", e);
    }
  }
}
