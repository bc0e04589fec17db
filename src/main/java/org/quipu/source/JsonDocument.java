package org.quipu.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;

/** The objects of the first list of objects in a JSON document. */
final class JsonDocument implements JsonRecordReader.Texts {
  private final JsonParser parser;
  private boolean inside;
  private long line = 1;
  private Defect defect;

  JsonDocument(Reader text) throws IOException {
    parser = JsonObjects.FACTORY.createParser(text);
  }

  @Override
  public String next() throws IOException {
    if (defect != null) {
      return null;
    }
    try {
      JsonToken token = inside ? parser.nextToken() : first();
      if (token == null || token == JsonToken.END_ARRAY) {
        return null;
      }
      line++;
      return JsonObjects.text(parser);
    } catch (DamagedData e) {
      line++;
      defect = e.defect();
    } catch (JsonProcessingException e) {
      line++;
      String why = JsonRecordReader.reason(e);
      defect =
          new Defect(
              "The JSON document breaks off or is damaged here: " + why + ".",
              "El documento JSON se interrumpe o está dañado aquí: " + why + ".");
    }
    return null;
  }

  /** The first element of the list; null where the document has none. */
  private JsonToken first() throws IOException {
    inside = true;
    if (parser.nextToken() == JsonToken.START_ARRAY) {
      return parser.nextToken();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        JsonToken element = parser.nextToken();
        if (element == JsonToken.START_OBJECT) {
          return element;
        }
        while (element != null && element != JsonToken.END_ARRAY) {
          parser.skipChildren();
          element = parser.nextToken();
        }
      } else {
        parser.skipChildren();
      }
    }
    return null;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public Defect defect() {
    return defect;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
