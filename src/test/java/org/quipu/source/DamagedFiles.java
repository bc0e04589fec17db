package org.quipu.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes facility-indicator files that are damaged in every way that field files are, by a seed. */
public final class DamagedFiles {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The ways. */
  public enum Damage {
    EMPTY,
    HEADER_ONLY,
    BLANK_LINES_ONLY,
    MISSING_COLUMN,
    DOUBLED_COLUMN,
    REORDERED_COLUMNS,
    RENAMED_COLUMN,
    RAGGED_ROWS,
    OPEN_QUOTE,
    OPEN_QUOTE_IN_LAST_ROW,
    STRAY_QUOTES,
    NUL_BYTES,
    BYTE_ORDER_MARK,
    MIXED_LINE_ENDS,
    MIXED_ENCODING,
    UTF_16,
    LARGE_FIELD,
    FOREIGN_NUMBERS,
    DATES_FOR_NUMBERS,
    MISSING_CODES,
    DUPLICATES,
    CONTRADICTIONS,
    ALL_MISSING_ROWS,
    CUT_GZIP,
    DAMAGED_GZIP,
    CUT_ZIP,
    CUT_IN_MIDDLE,
    RANDOM_BYTES,
    BROKEN_JSON_LINES,
    CUT_JSON_DOCUMENT,
    TITLES_ABOVE,
    TOTALS_BELOW,
    SECOND_HEADER,
    EMPTY_COLUMNS_BEHIND,
    CONTROL_Z_AT_THE_END
  }

  /**
   * A damaged file.
   *
   * @param name its ending tells the format
   */
  public record Damaged(Damage damage, String name, byte[] bytes) {}

  private DamagedFiles() {}

  public static Damaged make(Damage damage, long seed) {
    Random random = new Random(seed * 1000 + damage.ordinal());
    List<List<String>> rows = rows(random, 20 + random.nextInt(60));
    List<String> header =
        new ArrayList<>(List.of("facility_id", "period", "indicator_id", "target", "achieved"));
    int at = random.nextInt(rows.size());
    switch (damage) {
      case EMPTY:
        return new Damaged(damage, "a.csv", new byte[0]);
      case HEADER_ONLY:
        return text(damage, csv(header, List.of()));
      case BLANK_LINES_ONLY:
        return text(damage, "\r\n\n\r\n");
      case MISSING_COLUMN:
        header.remove(3);
        rows.forEach(row -> row.remove(3));
        break;
      case DOUBLED_COLUMN:
        header.add(header.get(random.nextInt(5)));
        rows.forEach(row -> row.add("1"));
        break;
      case REORDERED_COLUMNS:
        header = Arrays.asList("achieved", "target", "indicator_id", "period", "facility_id");
        rows.forEach(java.util.Collections::reverse);
        break;
      case RENAMED_COLUMN:
        header.set(random.nextInt(5), "otra");
        break;
      case RAGGED_ROWS:
        rows.get(at).add("extra");
        rows.get((at + 1) % rows.size()).remove(4);
        break;
      case OPEN_QUOTE:
        rows.get(at).set(2, "\"child");
        break;
      case OPEN_QUOTE_IN_LAST_ROW:
        rows.get(rows.size() - 1).set(4, "\"7");
        break;
      case STRAY_QUOTES:
        rows.get(at).set(2, "ch\"ild\"\"");
        rows.get((at + 2) % rows.size()).set(2, "\"a\"b");
        break;
      case NUL_BYTES:
        rows.get(at).set(random.nextInt(5), "1\0");
        break;
      case BYTE_ORDER_MARK:
        return text(damage, "\uFEFF" + csv(header, rows));
      case MIXED_LINE_ENDS:
        return text(damage, mixLineEnds(csv(header, rows), random));
      case MIXED_ENCODING:
        return new Damaged(damage, "a.csv", mixed(header, rows, random));
      case UTF_16:
        return new Damaged(
            damage, "a.csv", ("\uFEFF" + csv(header, rows)).getBytes(StandardCharsets.UTF_16LE));
      case LARGE_FIELD:
        rows.get(at).set(2, "x".repeat(10_000_000));
        break;
      case FOREIGN_NUMBERS:
        List<String> numbers =
            List.of(
                "\"12,5\"", "1 200", "\"1,200\"", "85%", "٣٤", "１２", "1.200.300", "1e999999999");
        rows.get(at).set(3, numbers.get(random.nextInt(numbers.size())));
        break;
      case DATES_FOR_NUMBERS:
        rows.get(at).set(4, "15/03/2007");
        rows.get((at + 1) % rows.size()).set(1, "2007-13");
        break;
      case MISSING_CODES:
        rows.get(at).set(3, "NULL");
        rows.get(at).set(4, "NE_0001");
        break;
      case DUPLICATES:
        rows.add(rows.get(at));
        rows.add(rows.get(at));
        break;
      case CONTRADICTIONS:
        List<String> other = new ArrayList<>(rows.get(at));
        other.set(4, "999");
        rows.add(other);
        break;
      case ALL_MISSING_ROWS:
        rows.add(at, new ArrayList<>(List.of("", "", "", "", "")));
        break;
      case CUT_GZIP:
        byte[] packed = gzip(csv(header, rows));
        return new Damaged(
            damage, "a.csv.gz", Arrays.copyOf(packed, 12 + random.nextInt(packed.length - 12)));
      case DAMAGED_GZIP:
        byte[] broken = gzip(csv(header, rows));
        broken[20 + random.nextInt(broken.length - 20)] ^= 0x55;
        return new Damaged(damage, "a.csv.gz", broken);
      case CUT_ZIP:
        byte[] zip = zip(csv(header, rows));
        return new Damaged(
            damage, "a.zip", Arrays.copyOf(zip, 40 + random.nextInt(zip.length - 40)));
      case CUT_IN_MIDDLE:
        byte[] whole = csv(header, rows).getBytes(StandardCharsets.UTF_8);
        return new Damaged(damage, "a.csv", Arrays.copyOf(whole, random.nextInt(whole.length)));
      case RANDOM_BYTES:
        byte[] noise = csv(header, rows).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
          noise[60 + random.nextInt(noise.length - 60)] = (byte) random.nextInt(256);
        }
        return new Damaged(damage, "a.csv", noise);
      case BROKEN_JSON_LINES:
        String[] lines = json(header, rows, "\n").split("\n");
        lines[at] = lines[at].substring(0, random.nextInt(lines[at].length()));
        return new Damaged(
            damage, "a.jsonl", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      case CUT_JSON_DOCUMENT:
        String document = "{\"dataValues\":[" + json(header, rows, ",\n") + "]}";
        return new Damaged(
            damage,
            "a.json",
            document
                .substring(0, random.nextInt(document.length()))
                .getBytes(StandardCharsets.UTF_8));
      case TITLES_ABOVE:
        return text(damage, "MINISTERIO DE SALUD\nReporte,,,,\n\n" + csv(header, rows));
      case TOTALS_BELOW:
        return text(damage, csv(header, rows) + "TOTAL,,,900,901\n\nFuente: HIS\n");
      case SECOND_HEADER:
        rows.add(at, new ArrayList<>(header));
        break;
      case EMPTY_COLUMNS_BEHIND:
        rows.forEach(row -> row.addAll(List.of("", "")));
        break;
      case CONTROL_Z_AT_THE_END:
        return text(damage, csv(header, rows) + "\u001a");
      default:
        throw new IllegalArgumentException(damage.toString());
    }
    return text(damage, csv(header, rows));
  }

  private static List<List<String>> rows(Random random, int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new ArrayList<>(
              List.of(
                  "%08d".formatted(i + 1),
                  "2007-%02d".formatted(1 + random.nextInt(12)),
                  "niños_" + random.nextInt(3),
                  random.nextInt(10) == 0 ? "" : Integer.toString(1 + random.nextInt(90)),
                  random.nextInt(10) == 0 ? "" : Integer.toString(1 + random.nextInt(90)))));
    }
    return rows;
  }

  private static String csv(List<String> header, List<List<String>> rows) {
    return String.join(",", header)
        + "\n"
        + rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
  }

  private static String json(List<String> header, List<List<String>> rows, String between) {
    List<String> objects = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        members.add("\"" + header.get(i) + "\":\"" + row.get(i) + "\"");
      }
      objects.add("{" + String.join(",", members) + "}");
    }
    return String.join(between, objects);
  }

  private static String mixLineEnds(String text, Random random) {
    StringBuilder mixed = new StringBuilder();
    for (String line : text.split("\n")) {
      mixed.append(line).append(List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)));
    }
    return mixed.toString();
  }

  private static byte[] mixed(List<String> header, List<List<String>> rows, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(csv(header, List.of()).getBytes(StandardCharsets.UTF_8));
    Charset most = random.nextBoolean() ? StandardCharsets.UTF_8 : WINDOWS;
    Charset few = most.equals(WINDOWS) ? StandardCharsets.UTF_8 : WINDOWS;
    for (List<String> row : rows) {
      Charset charset = random.nextInt(8) == 0 ? few : most;
      out.writeBytes((String.join(",", row) + "\n").getBytes(charset));
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Damaged text(Damage damage, String text) {
    return new Damaged(damage, "a.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
