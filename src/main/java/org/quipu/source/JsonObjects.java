package org.quipu.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/**
 * JSON objects as flat rows of texts. A number keeps the digits it was written with; null is the
 * empty text; the members of an object inside have its name and a point before theirs; a list stays
 * the JSON text that it is.
 */
final class JsonObjects {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(CsvRecordReader.LONGEST).build())
          .build();

  private JsonObjects() {}

  /**
   * Puts the members of the object that a text holds into a map.
   *
   * @throws IOException if the text is not one JSON object
   */
  static void read(String text, Map<String, String> into) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no JSON object");
      }
      members(parser, "", into);
      if (parser.nextToken() != null) {
        throw new IOException("something follows after the JSON object");
      }
    }
  }

  private static void members(JsonParser parser, String prefix, Map<String, String> into)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        members(parser, name + ".", into);
      } else if (token == JsonToken.START_ARRAY) {
        into.put(name, text(parser));
      } else {
        into.put(name, token == JsonToken.VALUE_NULL ? "" : parser.getText());
      }
    }
  }

  /** The value that a parser stands at, as JSON text with its numbers as they were written. */
  static String text(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      copy(parser, generator);
    }
    return text.toString();
  }

  private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    int depth = 0;
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token == null) {
        throw new JsonEOFException(parser, null, "the file ends inside a value");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token.isNumeric()) {
        // As a number it would go through a double.
        generator.writeNumber(parser.getText());
      } else {
        generator.copyCurrentEvent(parser);
      }
      if (depth == 0) {
        return;
      }
    }
  }
}
