package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Privacy;
import org.quipu.quality.RulePolicy;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFiles;
import org.quipu.source.Storage;

/** What one build of Quipu made of a file is nothing to another, which may read it otherwise. */
class ProgramOfEntriesTest {
  @TempDir Path folder;

  /** How many rows a build reads in a run. */
  private long read(String program) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("facility-indicator.csv"),
            """
            facility_id,period,indicator_id,target,achieved
            00000001,2007-03,births,10,9
            00000002,2007-03,births,10,11
            """);
    SourceConfig config =
        new SourceConfig(
            "facility-indicator",
            List.of(file.toString()),
            "csv",
            "canonical",
            "auto",
            "auto",
            List.of(),
            Map.of());
    List<FileProfile> profiles =
        InputFiles.of(config, Storage.plain()).stream()
            .map(found -> Formats.profile(found, config, Storage.plain(), Long.MAX_VALUE))
            .toList();
    AtomicLong rows = new AtomicLong();
    SourcePass.Result<GoalSums> result =
        SourcePass.run(
            new Workforce(() -> null, 1, Long.MAX_VALUE),
            Storage.plain(),
            profiles,
            config,
            new IndicatorReduction(true, Set.of(), Set.of(), null, null),
            Privacy.strict(),
            RulePolicy.none(),
            SummaryStore.at(folder.resolve("store").toString(), Storage.plain(), program),
            (done, total) -> rows.set(done));
    assertThat(result.book().total().accepted()).isEqualTo(2);
    return rows.get();
  }

  @Test
  void aFileIsReadOnceByEachBuild() throws IOException {
    assertThat(read("one")).isEqualTo(2);
    assertThat(read("one")).isZero();
    assertThat(read("another")).isEqualTo(2);
    assertThat(read("one")).as("their entries stand beside each other").isZero();
  }
}
