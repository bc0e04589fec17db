package org.quipu.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Gathers the values of one Parquet record at a time as texts, null where there is none. */
final class ParquetCells extends RecordMaterializer<String[]> {
  private final MessageType schema;
  private final List<String> names = new ArrayList<>();
  private final Group root;
  private String[] row;

  private ParquetCells(MessageType schema) {
    this.schema = schema;
    this.root = new Group(schema, "");
    this.row = new String[names.size()];
  }

  /** The cells of the columns of a file that do not repeat. */
  static ParquetCells of(MessageType file) {
    return new ParquetCells(new MessageType(file.getName(), single(file)));
  }

  private static List<Type> single(GroupType group) {
    List<Type> fields = new ArrayList<>();
    for (Type field : group.getFields()) {
      if (field.isRepetition(Type.Repetition.REPEATED)) {
        continue;
      }
      if (field.isPrimitive()) {
        fields.add(field);
      } else if (!single(field.asGroupType()).isEmpty()) {
        fields.add(field.asGroupType().withNewFields(single(field.asGroupType())));
      }
    }
    return fields;
  }

  MessageType schema() {
    return schema;
  }

  /** The names of the cells in order. */
  List<String> names() {
    return names;
  }

  @Override
  public String[] getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /** The record itself, or a struct in it. */
  private final class Group extends GroupConverter {
    private final boolean whole;
    private final List<Converter> fields = new ArrayList<>();

    Group(GroupType type, String prefix) {
      this.whole = prefix.isEmpty();
      for (Type field : type.getFields()) {
        String name = prefix + field.getName();
        if (field.isPrimitive()) {
          fields.add(new Cell(names.size(), ParquetText.of(field.asPrimitiveType())));
          names.add(name);
        } else {
          fields.add(new Group(field.asGroupType(), name + "."));
        }
      }
    }

    @Override
    public Converter getConverter(int field) {
      return fields.get(field);
    }

    @Override
    public void start() {
      if (whole) {
        row = new String[names.size()];
      }
    }

    @Override
    public void end() {
      // The cells have put their values where they belong.
    }
  }

  /** One column. A word of the dictionary becomes a text once, not once a row. */
  private final class Cell extends PrimitiveConverter {
    private final int at;
    private final ParquetText text;
    private String[] words;

    Cell(int at, ParquetText text) {
      this.at = at;
      this.text = text;
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      words = new String[dictionary.getMaxId() + 1];
      for (int id = 0; id < words.length; id++) {
        words[id] = text.ofWord(dictionary, id);
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      row[at] = words[id];
    }

    @Override
    public void addBinary(Binary value) {
      row[at] = text.of(value);
    }

    @Override
    public void addBoolean(boolean value) {
      row[at] = value ? "1" : "0";
    }

    @Override
    public void addDouble(double value) {
      row[at] = NumberText.of(value);
    }

    @Override
    public void addFloat(float value) {
      row[at] = NumberText.of(value);
    }

    @Override
    public void addInt(int value) {
      row[at] = text.of(value);
    }

    @Override
    public void addLong(long value) {
      row[at] = text.of(value);
    }
  }
}
