package org.quipu.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quipu.config.ConfigException;
import org.quipu.config.SourceConfig;
import org.quipu.source.dialect.Plan;

/** Every file format there is, and the choice among them. */
public final class Formats {
  private static final int HEAD = 4096;

  /** The formats, the particular before the general: any text can be read as delimited. */
  private static final List<FileFormat> ALL =
      List.of(
          new ParquetFiles(),
          new SpssFiles(),
          new ExcelFiles(),
          new JsonFiles(),
          new DelimitedFiles());

  private Formats() {}

  /**
   * Looks a file over.
   *
   * @throws InputException if it cannot be read or breaks its format as a whole
   */
  public static FileProfile profile(
      InputFile file, SourceConfig config, Storage storage, long splitBytes) {
    try {
      FileProfile profile =
          choose(file, config, storage).profile(file, config, storage, splitBytes);
      Optional<Plan> plan = Plan.of(config, profile.written());
      if (plan.isEmpty()) {
        return profile;
      }
      learn(profile, plan.get(), storage);
      return profile.withPlan(plan.get());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Opens the records of one part of a file. */
  public static RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    RecordReader rows = named(profile.format()).records(profile, split, storage);
    return profile.isMapped()
        ? new DialectRecordReader(rows, profile.plan(), profile.written().size())
        : rows;
  }

  private static void learn(FileProfile profile, Plan plan, Storage storage) throws IOException {
    for (Split split : plan.mustLearn() ? profile.splits() : List.<Split>of()) {
      try (RecordReader rows = named(profile.format()).records(profile, split, storage)) {
        for (TextRecord row = rows.next(); row != null; row = rows.next()) {
          if (row.defect() == null && row.width() == profile.written().size()) {
            plan.learn(texts(row));
          }
        }
      }
    }
  }

  private static String[] texts(TextRecord row) {
    String[] texts = new String[row.width()];
    for (int field = 0; field < texts.length; field++) {
      texts[field] = row.text(field);
    }
    return texts;
  }

  /** What to say of a file that the file system or its own bytes refuse to give. */
  public static InputException unreadable(InputFile file, IOException e) {
    if (e instanceof DamagedData damaged) {
      return new InputException(
          file.path() + ": " + damaged.defect().en(), file.path() + ": " + damaged.defect().es());
    }
    return new InputException(
        file.path() + " cannot be read: " + e.getMessage() + ".",
        file.path() + " no se puede leer: " + e.getMessage() + ".");
  }

  private static FileFormat choose(InputFile file, SourceConfig config, Storage storage)
      throws IOException {
    if (!config.format().equals("auto")) {
      return ALL.stream()
          .filter(format -> format.names().contains(config.format()))
          .findFirst()
          .orElseThrow(() -> unknown(config));
    }
    byte[] head = FileBytes.start(file, storage, HEAD);
    return ALL.stream().filter(format -> format.recognizes(file, head)).findFirst().orElseThrow();
  }

  private static FileFormat named(String id) {
    String plain = id.endsWith(".gz") ? id.substring(0, id.length() - 3) : id;
    return ALL.stream().filter(format -> format.names().contains(plain)).findFirst().orElseThrow();
  }

  private static ConfigException unknown(SourceConfig config) {
    String key = "sources." + config.name() + ".format";
    String all =
        ALL.stream().flatMap(format -> format.names().stream()).collect(Collectors.joining(", "));
    return new ConfigException(
        key,
        key + " = " + config.format() + " is not known; use auto, " + all + ".",
        key + " = " + config.format() + " no se conoce; use auto, " + all + ".");
  }
}
