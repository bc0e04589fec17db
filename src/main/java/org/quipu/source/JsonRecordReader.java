package org.quipu.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records of JSON objects, their members in the order of a header. */
final class JsonRecordReader implements RecordReader {

  /** JSON objects as texts, one after the other. */
  interface Texts extends AutoCloseable {

    /** The next text; null at the end. */
    String next() throws IOException;

    /** The line that the text last given stands for. */
    long line();

    /** Why there are no further texts although the file has not ended; null where it has. */
    Defect defect();

    @Override
    void close() throws IOException;
  }

  private final Texts texts;
  private final List<String> header;
  private final boolean mixed;
  private final TextRecord record = new TextRecord();
  private final Map<String, String> members = new LinkedHashMap<>();
  private String text;
  private boolean broken;

  /**
   * @param header the names of the members that a record has
   * @param mixed whether single texts are in another encoding
   */
  JsonRecordReader(Texts texts, List<String> header, boolean mixed) {
    this.mixed = mixed;
    this.texts = texts;
    this.header = header;
    record.writtenBy(separator -> text);
  }

  @Override
  public TextRecord next() throws IOException {
    text = texts.next();
    if (text == null) {
      return brokenOff();
    }
    record.begin(texts.line());
    members.clear();
    try {
      JsonObjects.read(text, members);
    } catch (IOException e) {
      members.clear();
      record.fail(
          new Defect(
              "The line is no JSON object: " + reason(e) + ".",
              "La línea no es un objeto JSON: " + reason(e) + "."));
    }
    if (mixed && text.indexOf('\uFFFD') >= 0) {
      record.fail(ByteDecoder.UNDECODABLE);
    }
    for (String name : header) {
      record.add(members.getOrDefault(name, ""));
    }
    return record;
  }

  /** The members of the next object that can be read, for looking at their names. */
  Map<String, String> members() throws IOException {
    for (text = texts.next(); text != null; text = texts.next()) {
      members.clear();
      try {
        JsonObjects.read(text, members);
        return members;
      } catch (IOException e) {
        // The record that this is will say so when it is read.
        members.clear();
      }
    }
    return null;
  }

  private TextRecord brokenOff() {
    if (broken || texts.defect() == null) {
      return null;
    }
    broken = true;
    text = "";
    record.begin(texts.line());
    header.forEach(name -> record.add(""));
    record.fail(texts.defect());
    return record;
  }

  static String reason(IOException e) {
    String message =
        e instanceof com.fasterxml.jackson.core.JsonProcessingException json
            ? json.getOriginalMessage()
            : e.getMessage();
    return message.lines().findFirst().orElse("");
  }

  @Override
  public void close() throws IOException {
    texts.close();
  }
}
