package org.quipu.cluster;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An HDFS and an S3 on this machine, each a process, from the jars that target/remote-classpath
 * names; and S3A, which Quipu finds through a class loader as it does on a cluster that has it.
 */
public final class RemoteStores {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BUCKET = "quipu";

  private final Path folder;
  private final Process hdfs;
  private final Process s3;
  private final URLClassLoader loader;
  private String nameNode;
  private String endpoint;

  private RemoteStores(Path folder) throws IOException {
    this.folder = folder;
    List<String> jars =
        List.of(Files.readString(Path.of("target/remote-classpath")).split("[:;](?=/|[A-Z]:)"));
    hdfs =
        java(
            "hdfs.log",
            "-cp",
            String.join(":", matching(jars, "minicluster|junit|hamcrest"))
                + ":"
                + Files.readString(Path.of("target/spark-classpath")).strip(),
            "-Dtest.build.data=" + folder.resolve("hdfs"),
            "org.apache.hadoop.test.MiniDFSClusterManager",
            "-format",
            "-datanodes",
            "1",
            "-nnport",
            "0",
            "-writeDetails",
            folder.resolve("hdfs.json").toString());
    s3 =
        java(
            "s3.log",
            "-jar",
            matching(jars, "s3mock").get(0),
            "--server.port=0",
            "--com.adobe.testing.s3mock.http-port=0",
            "--com.adobe.testing.s3mock.store.root=" + Files.createDirectory(folder.resolve("s3")));
    var urls = new ArrayList<URL>();
    for (String jar :
        matching(jars, "hadoop-aws|awssdk|analytics|reactive-streams|eventstream|httpc")) {
      urls.add(url(jar));
    }
    loader = new URLClassLoader(urls.toArray(URL[]::new), RemoteStores.class.getClassLoader());
  }

  /** Starts both and waits until they are there. */
  public static RemoteStores start(Path folder) throws Exception {
    var stores = new RemoteStores(folder);
    stores.nameNode =
        "hdfs://localhost:" + stores.found("hdfs.json", "\"namenode_port\":(\\d+)", stores.hdfs);
    stores.endpoint =
        "http://127.0.0.1:"
            + stores.found("s3.log", "started on ports.* (\\d+) \\(http\\)", stores.s3);
    stores.createBucket();
    return stores;
  }

  private Process java(String log, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(log).toFile())
        .start();
  }

  private static List<String> matching(List<String> jars, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return jars.stream().filter(jar -> wanted.matcher(jar).find()).toList();
  }

  private static URL url(String jar) throws MalformedURLException {
    return Path.of(jar).toUri().toURL();
  }

  private String found(String file, String pattern, Process process) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      Path path = folder.resolve(file);
      Matcher matcher =
          Pattern.compile(pattern).matcher(Files.exists(path) ? Files.readString(path) : "");
      if (matcher.find()) {
        return matcher.group(1);
      }
      Thread.sleep(100);
    }
    String logs = Files.readString(folder.resolve("hdfs.log"));
    throw new IllegalStateException(logs + Files.readString(folder.resolve("s3.log")));
  }

  private void createBucket() throws Exception {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(endpoint + "/" + BUCKET))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    int status =
        HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("the bucket cannot be made: " + status);
    }
  }

  /** The root of a store: {@code hdfs} or {@code s3a}. */
  public String root(String scheme) {
    return scheme.equals("hdfs") ? nameNode : "s3a://" + BUCKET;
  }

  /** What Hadoop must be told to reach them. */
  public Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "fs.s3a.endpoint", endpoint,
            "fs.s3a.endpoint.region", "us-east-1",
            "fs.s3a.access.key", "test",
            "fs.s3a.secret.key", "test",
            "fs.s3a.path.style.access", "true",
            // The stand-in now and then does not answer; S3A then asks again.
            "fs.s3a.connection.request.timeout", "15s",
            "dfs.replication", "1"));
  }

  /** Where the classes of S3A are. */
  public ClassLoader loader() {
    return loader;
  }

  /** Ends both. */
  public void stop() throws Exception {
    for (Process process : Stream.of(hdfs, s3).toList()) {
      process.destroyForcibly().waitFor();
    }
    loader.close();
  }
}
