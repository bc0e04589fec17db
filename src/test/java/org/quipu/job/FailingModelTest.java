package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that cannot be fitted, here for want of Spark, takes its own tables with it, no others.
 */
class FailingModelTest {
  @TempDir Path folder;

  /** A session that another test left open would serve in place of the one that cannot be had. */
  @BeforeEach
  void noSession() {
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
  }

  @Test
  void losesOnlyItsOwnTables() {
    RunOfSample run = RunOfSample.in(folder).with("sources.published-figures=null");
    assertThat(run.run("national")).isZero();

    // All inputs are known now: only a model of other goals needs Spark, which cannot be had.
    noSession();
    run.with("goal-share=0.5", "spark.master=\"k8s://nowhere\"");
    assertThat(run.run("national")).isEqualTo(1);

    assertThat(run.table("model_coefficient")).isEmpty();
    assertThat(run.table("practice_cluster")).isNotEmpty();
    assertThat(
            run.row("correlation", "x", "practice_score", "y", "performance", "method", "pearson")
                .value("n"))
        .isEqualTo(12L);
    assertThat(run.table("conclusion")).isNotEmpty();
    assertThat(run.table("practice_comparison")).hasSize(52);
    assertThat(run.out()).contains("FAILED").contains("goal-model");
  }
}
