package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * jobs/quipu in a house of its own that is already built, with a stand-in for Java that writes down
 * how it was started.
 */
class LauncherTest {
  @TempDir Path folder;
  private Path home;
  private Path jdk;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void build() throws IOException {
    home = Files.createDirectories(folder.resolve("casa"));
    Path launcher = Files.createDirectory(home.resolve("jobs")).resolve("quipu");
    Files.copy(Path.of("jobs/quipu"), launcher);
    executable(launcher);
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectory(home.resolve("target"));
    Files.writeString(home.resolve("target/quipu.jar"), "");
    Files.writeString(home.resolve("target/classpath"), "a.jar:b.jar\n");
    Instant before = Instant.now().minusSeconds(60);
    for (String source : List.of("src/main", "pom.xml")) {
      Files.setLastModifiedTime(home.resolve(source), FileTime.from(before));
    }
    jdk = java("17.0.9", "0");
  }

  @Test
  void itFindsItsHomeThroughLinksAndFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("uno"), home.resolve("jobs/quipu"));
    Path second = Files.createSymbolicLink(folder.resolve("dos"), Path.of("uno"));
    assertThat(link).isSymbolicLink();

    Ended ended = start(second, "tables");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("QUIPU_HOME=" + home.toRealPath())
        .contains(home.toRealPath() + "/target/quipu.jar:a.jar:b.jar")
        .endsWith("org.quipu.cli.Quipu tables\n");
  }

  @Test
  void argumentsAndExitCodesPassThrough() throws Exception {
    jdk = java("17.0.9", "75");

    Ended ended = start("run", "--set", "sources.instrument.path=a  b*.csv", "");

    assertThat(ended.code()).isEqualTo(75);
    assertThat(ended.out()).contains("[--set] [sources.instrument.path=a  b*.csv] []");
  }

  @Test
  void aShortVerbStartsWithoutWhatSparkNeeds() throws Exception {
    assertThat(start("path", "run").out())
        .contains("-XX:+UseSerialGC")
        .doesNotContain("--add-opens");
    assertThat(start("run", "--help").out()).doesNotContain("--add-opens");
    assertThat(start("run").out())
        .contains("--add-opens=java.base/sun.security.action=ALL-UNNAMED")
        .contains("-XX:TieredStopAtLevel=1");
  }

  @Test
  void aRunThatAsksToIsStartedAgainWithBothCompilers() throws Exception {
    jdk = java("17.0.9", "$([[ \"$*\" == *compiler=quick* ]] && echo 86 || echo 3)");

    Ended ended = start("run");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out().lines().filter(line -> line.startsWith("QUIPU_HOME="))).hasSize(2);
    String second = ended.out().substring(ended.out().lastIndexOf("QUIPU_HOME="));
    assertThat(second)
        .doesNotContain("TieredStopAtLevel")
        .contains("-XX:CompilerDirectivesFile=" + home.toRealPath() + "/conf/compilers.json");
  }

  @Test
  void aRunThatIsToldToStopAsItAsksIsNotStartedAgain() throws Exception {
    // Told while it ends: its answer is on its way already.
    Files.writeString(
        jdk.resolve("bin/java"),
        """
        #!/bin/bash
        if [[ $1 == -version ]]; then echo 'openjdk version "17.0.9" 2024' >&2; exit 0; fi
        if [[ "$*" != *compiler=quick* ]]; then echo again; exit 0; fi
        trap 'exit 86' TERM
        kill -TERM "$PPID"
        for ((i = 0; i < 100; i++)); do sleep 0.1; done
        """);

    Ended ended = start("run");

    assertThat(ended.code()).isEqualTo(143);
    assertThat(ended.out()).doesNotContain("again");
  }

  @Test
  void aBuildIsRehearsedAndEveryVerbStartsFromWhatThatLeaves() throws Exception {
    String leave =
        "for o in \"$@\"; do [[ $o == -XX:ArchiveClassesAtExit=* ]] && echo $* > ${o#*=}; done";
    jdk = java("17.0.9", "$(" + leave + "; echo 0)");
    Path archive = home.resolve("target/quipu.jsa");

    Ended first = start(Map.of("QUIPU_HEAP", "9g"), "tables");

    assertThat(first.err()).contains("preparing fast starts");
    assertThat(archive).content().contains("org.quipu.cli.Rehearsal", "-Xmx4g", "--add-opens");
    for (String verb : List.of("tables", "run", "synthesize")) {
      Ended next = start(verb);
      assertThat(next.out()).contains("-XX:SharedArchiveFile=" + archive.toRealPath());
      assertThat(next.err()).isEmpty();
    }
    assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**.jsa.*");
  }

  @Test
  void withoutTheArchiveAllIsAsItIs() throws Exception {
    jdk = java("17.0.9", "$([[ \"$*\" == *Rehearsal* ]] && echo 1 || echo 0)");

    assertThat(start("tables").out()).contains("-Xshare:auto").doesNotContain("SharedArchiveFile");
    assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**.jsa*");
    assertThat(start("run").err()).isEmpty();
  }

  @Test
  void whatWasLargeIsLargeWhereverItsTablesGo() throws Exception {
    jdk = java("17.0.9", "$([[ \"$*\" == *compiler=quick* ]] && echo 86 || echo 0)");

    assertThat(start("run", "a.conf", "--warehouse", "first").out())
        .contains("TieredStopAtLevel", "CompilerDirectivesFile");

    assertThat(start("run", "a.conf", "--warehouse", "second").out())
        .doesNotContain("TieredStopAtLevel")
        .contains("-Dquipu.large=");
    assertThat(start("run", "b.conf", "--warehouse", "second").out()).contains("TieredStopAtLevel");
  }

  @Test
  void aRunOnTablesThatAreThereIsNotTakenForTheLargeOneThatMadeThem() throws Exception {
    jdk = java("17.0.9", "$([[ \"$*\" == *compiler=quick* ]] && echo 86 || echo 0)");
    Path tables = Files.createDirectory(folder.resolve("tablas"));
    assertThat(start("run", "a.conf", "--warehouse=" + tables).out()).contains("compiler=quick");
    Files.writeString(tables.resolve("CURRENT"), "000001-a");

    assertThat(start("run", "a.conf", "--warehouse=" + tables).out()).contains("compiler=quick");

    assertThat(start("run", "a.conf", "--warehouse", tables.toString()).out())
        .as("that one was large too")
        .doesNotContain("compiler=quick");
  }

  @Test
  void theUsersOptionsComeLast() throws Exception {
    assertThat(start(Map.of("JAVA_OPTS", "-Xmx7g -Da=b"), "run").out())
        .containsPattern("-Xmx4g.* -Xmx7g -Da=b org.quipu.cli.Quipu");
    assertThat(start(Map.of("QUIPU_HEAP", "9g"), "run").out())
        .contains("-Xmx9g", "-XX:MaxNewSize=455m");
  }

  @Test
  void aQuickRunHasLessRoomForWhatIsNewThanALargeOne() throws Exception {
    jdk = java("17.0.9", "$([[ \"$*\" == *compiler=quick* ]] && echo 86 || echo 0)");

    assertThat(start("run", "a.conf").out().lines())
        .filteredOn(line -> line.contains("MaxNewSize"))
        .satisfiesExactly(
            quick -> assertThat(quick).containsPattern("=455m .*-XX:MaxNewSize=150m"),
            large -> assertThat(large).contains("=455m").doesNotContain("=150m"));
  }

  @Test
  void theJvmReadsWhichCodeTheSecondCompilerIsFor() throws Exception {
    Process version =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:CompilerDirectivesFile=conf/compilers.json",
                "-version")
            .redirectErrorStream(true)
            .start();

    String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(version.waitFor()).as(said).isZero();
    assertThat(said).contains("2 compiler directives added");
  }

  @Test
  void aSmallHeapIsDividedAsTheJvmThinksBest() throws Exception {
    for (String heap : List.of("1g", "700m", "1500000k")) {
      assertThat(start(Map.of("QUIPU_HEAP", heap), "run").out())
          .contains("-Xmx" + heap)
          .doesNotContain("MaxNewSize");
    }
  }

  @Test
  void aHeapThatIsNoneIsNamed() throws Exception {
    for (String heap : List.of("lots", "4 g", "0m", "8")) {
      Ended ended = start(Map.of("QUIPU_HEAP", heap), "run");
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err())
          .isEqualTo(
              "quipu: QUIPU_HEAP=%s is not allowed; allowed is a whole number with a unit, e.g. 512m or 4g.\n"
                  .formatted(heap));
    }
    assertThat(start(Map.of("QUIPU_HEAP", "4294967296"), "run").out()).contains("-Xmx4294967296");
  }

  @Test
  void tooFewOpenFilesAreNamed() throws Exception {
    Path limited = folder.resolve("limited");
    Files.writeString(
        limited, "#!/bin/bash\nulimit -n 64\nexec '" + home.resolve("jobs/quipu") + "' \"$@\"\n");
    executable(limited);

    Ended ended = start(limited, "tables");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("too few files").doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    jdk = java("1.8.0_202", "0");

    Ended ended = start("tables");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("is Java 8; Quipu needs 17 or newer");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aChangedSourceIsBuiltAgainAndAFailedBuildSaysSo() throws Exception {
    assertThat(start("tables").err()).doesNotContain("building");
    Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Files.writeString(tools.resolve("mvn"), "#!/bin/bash\necho broken; exit 1\n");
    executable(tools.resolve("mvn"));

    Ended ended = start(Map.of("PATH", tools + ":" + System.getenv("PATH")), "tables");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("building", "broken", "the build failed");
    assertThat(ended.out()).isEmpty();
  }

  /** Killed between Quipu's jar and the cluster's, say: the first is newer than all sources. */
  @Test
  void aBuildThatWasKilledIsMadeAnew() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Map<String, String> path = Map.of("PATH", tools + ":" + System.getenv("PATH"));
    Files.writeString(
        tools.resolve("mvn"),
        """
        #!/bin/bash
        echo half >target/quipu.jar
        kill -KILL $$
        """);
    executable(tools.resolve("mvn"));
    Files.delete(home.resolve("target/quipu.jar"));
    assertThat(start(path, "tables").code()).isNotZero();
    Files.writeString(
        tools.resolve("mvn"),
        """
        #!/bin/bash
        [[ ! -f target/quipu.jar ]] || echo half a jar is there
        echo whole >target/quipu.jar; echo whole >target/quipu-cluster.jar
        """);

    Ended ended = start(path, "tables");

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("building").doesNotContain("half a jar");
    assertThat(home.resolve("target/quipu-cluster.jar")).hasContent("whole");
    assertThat(start(path, "tables").err()).doesNotContain("building");
  }

  @Test
  void jobsQuipuOpensWhatThePomOpens() throws IOException {
    var ofPom = new TreeSet<String>();
    var opens =
        Pattern.compile("--add-opens=java.base/([a-z.]+)=")
            .matcher(Files.readString(Path.of("pom.xml")));
    while (opens.find()) {
      ofPom.add(opens.group(1));
    }
    var loop =
        Pattern.compile("for package in (.*?); do", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("jobs/quipu")));
    assertThat(loop.find()).isTrue();

    assertThat(loop.group(1).replace("\\\n", " ").trim().split("\\s+"))
        .containsExactlyInAnyOrderElementsOf(ofPom);
  }

  /** A java that knows its version, and otherwise prints how it was called and ends as told. */
  private Path java(String version, String exitCode) throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk-" + version + "/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/bash
        if [[ $1 == -version ]]; then echo 'openjdk version "%s" 2024' >&2; exit 0; fi
        echo "QUIPU_HOME=$QUIPU_HOME"
        printf '[%%s] ' "${@: -3}"; echo
        echo "$@"
        exit %s
        """
            .formatted(version, exitCode));
    executable(java);
    return java.getParent().getParent();
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended start(String... arguments) throws Exception {
    return start(Map.of(), arguments);
  }

  private Ended start(Map<String, String> environment, String... arguments) throws Exception {
    return start(home.resolve("jobs/quipu"), environment, arguments);
  }

  private Ended start(Path launcher, String argument) throws Exception {
    return start(launcher, Map.of(), argument);
  }

  private Ended start(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "QUIPU_HEAP", "QUIPU_HOME"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Ended(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
