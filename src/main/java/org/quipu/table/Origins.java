package org.quipu.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What the files of a version were made from, so that the next version takes over what it would
 * make again. It is written as text, a line a file or an analysis, under a checksum; a text that is
 * damaged says nothing, and everything is made anew.
 *
 * @param files by path below the version's directory, without suffix
 * @param analyses by key, which names all that an analysis depends on: the file that holds its rows
 *     of each table
 */
record Origins(SortedMap<String, Origin> files, SortedMap<String, Map<String, String>> analyses) {
  /** The file that holds them. */
  static final String FILE = "_ORIGINS";

  /**
   * Where a file's rows come from.
   *
   * @param checksum CRC-32C of its bytes
   * @param blocks those that it was written in, in order; none where it was written as a whole
   */
  record Origin(long checksum, List<WrittenBlock> blocks) {}

  /** A block by its key, and the row groups that hold it. */
  record WrittenBlock(String key, int rowGroups) {}

  static Origins none() {
    return new Origins(new TreeMap<>(), new TreeMap<>());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (file, origin) -> {
          text.append("file ").append(file).append(' ').append(Long.toHexString(origin.checksum));
          origin.blocks.forEach(
              block -> text.append(' ').append(block.key).append(' ').append(block.rowGroups));
          text.append('\n');
        });
    analyses.forEach(
        (key, tables) -> {
          text.append("analysis ").append(key);
          new TreeMap<>(tables)
              .forEach((table, file) -> text.append(' ').append(table).append(' ').append(file));
          text.append('\n');
        });
    return text + "end " + checksum(text.toString()) + "\n";
  }

  /** What a text says; empty where it is not all there. */
  static Optional<Origins> parse(String text) {
    int end = text.lastIndexOf("end ");
    if (end < 0 || !text.substring(end).equals("end " + checksum(text.substring(0, end)) + "\n")) {
      return Optional.empty();
    }
    Origins origins = none();
    for (String line : text.substring(0, end).lines().toList()) {
      String[] words = line.split(" ");
      if (words[0].equals("file")) {
        List<WrittenBlock> blocks = new ArrayList<>();
        for (int i = 3; i < words.length; i += 2) {
          blocks.add(new WrittenBlock(words[i], Integer.parseInt(words[i + 1])));
        }
        origins.files.put(words[1], new Origin(Long.parseUnsignedLong(words[2], 16), blocks));
      } else {
        Map<String, String> tables = new TreeMap<>();
        for (int i = 2; i < words.length; i += 2) {
          tables.put(words[i], words[i + 1]);
        }
        origins.analyses.put(words[1], tables);
      }
    }
    return Optional.of(origins);
  }

  private static String checksum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
