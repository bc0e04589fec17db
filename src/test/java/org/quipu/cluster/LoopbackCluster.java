package org.quipu.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A master and workers as {@code jobs/cluster} starts them, with the gated disk on their path. */
final class LoopbackCluster {
  private static final String SCRIPT = Path.of("jobs/cluster").toAbsolutePath().toString();

  private final Path folder;

  private LoopbackCluster(Path folder) {
    this.folder = folder;
  }

  static LoopbackCluster start(Path folder, int workers) throws Exception {
    var cluster = new LoopbackCluster(Files.createDirectories(folder));
    Path jar = jarOf(GatedDisk.class, folder.resolve("gated-disk.jar"));
    Process start =
        cluster
            .command(
                folder.resolve("start.log"),
                Map.of("QUIPU_CLUSTER_LIBS", jar.toString()),
                "start",
                Integer.toString(workers))
            .start();
    if (start.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("start.log")));
    }
    return cluster;
  }

  private static Path jarOf(Class<?> type, Path jar) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var in = type.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    return jar;
  }

  /** Submits a verb of Quipu; what it says goes to a log. */
  Process submit(Path log, Map<String, String> environment, List<String> arguments)
      throws IOException {
    var all = new ArrayList<>(List.of("submit"));
    all.addAll(arguments);
    return command(log, environment, all.toArray(String[]::new)).start();
  }

  private ProcessBuilder command(Path log, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<>(List.of(SCRIPT));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var own = new HashMap<>(environment);
    own.put("QUIPU_CLUSTER", folder.toString());
    own.forEach(builder.environment()::put);
    return builder;
  }

  /** The process of a worker, from 1. */
  ProcessHandle worker(int number) throws IOException {
    String pid = Files.readString(folder.resolve("worker-" + number + ".pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  void stop() throws Exception {
    if (!command(folder.resolve("stop.log"), Map.of(), "stop")
        .start()
        .waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the cluster does not stop");
    }
  }
}
