package org.quipu.summary;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.quipu.source.FileProfile;
import org.quipu.source.InputFile;

/**
 * Who reads large sources: Spark, except where there is so little to read that it would take longer
 * to open. The results are the same bytes.
 *
 * @param spark asked for only when it is to read
 * @param threads of this process that may read; 0 where all reading is Spark's
 * @param sparkFromBytes how large the files to be read are, together, from which on Spark reads
 */
public record Workforce(Supplier<JavaSparkContext> spark, int threads, long sparkFromBytes) {

  /** Whether a pass over files is Spark's. */
  public boolean isForSpark(List<InputFile> files) {
    return threads == 0 || files.stream().mapToLong(InputFile::bytes).sum() >= sparkFromBytes;
  }

  Workers of(List<FileProfile> files) {
    return isForSpark(files.stream().map(FileProfile::file).toList())
        ? new SparkWorkers(spark.get())
        : new ThreadWorkers(threads);
  }
}
