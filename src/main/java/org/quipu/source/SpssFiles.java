package org.quipu.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.quipu.config.SourceConfig;
import org.quipu.source.spss.SavCase;
import org.quipu.source.spss.SavFile;
import org.quipu.source.spss.SavFormatException;
import org.quipu.source.spss.SavVariable;

/**
 * SPSS system files. A cell is its code, not its label; a code that the file declares to mean "no
 * value" is empty, and stands in the row as it was written. Record n stands for line n + 1.
 */
final class SpssFiles implements FileFormat {

  @Override
  public String id() {
    return "sav";
  }

  @Override
  public List<String> names() {
    return List.of("sav", "zsav");
  }

  @Override
  public boolean recognizes(InputFile file, byte[] head) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String magic = new String(head, 0, Math.min(4, head.length), StandardCharsets.US_ASCII);
    return magic.startsWith("$FL") || name.endsWith(".sav") || name.endsWith(".zsav");
  }

  @Override
  public FileProfile profile(InputFile file, SourceConfig config, Storage storage, long splitBytes)
      throws IOException {
    try (SavFile sav = open(file, storage)) {
      FileProfile bare =
          new FileProfile(
              file,
              id(),
              sav.header().charset().name().toLowerCase(Locale.ROOT),
              false,
              ',',
              FileBytes.fingerprint(file, storage),
              List.of(new Split(0, file.bytes(), 1)));
      return bare.withHeader(sav.header().variables().stream().map(SavVariable::name).toList());
    } catch (SavFormatException e) {
      throw new InputException(
          file.path() + " is no SPSS file that can be read: " + e.getMessage() + ".",
          file.path() + " no es un archivo de SPSS que se pueda leer: " + e.spanish() + ".");
    } catch (EOFException e) {
      throw new InputException(
          file.path() + " ends within its header.", file.path() + " termina en su encabezado.");
    }
  }

  /** The variables of a file with their labels. */
  static List<SavVariable> variables(InputFile file, Storage storage) throws IOException {
    try (SavFile sav = open(file, storage)) {
      return sav.header().variables();
    }
  }

  private static SavFile open(InputFile file, Storage storage) throws IOException {
    return SavFile.open(FileBytes.buffered(storage.open(file.path(), 0)));
  }

  @Override
  public RecordReader records(FileProfile profile, Split split, Storage storage)
      throws IOException {
    return new Cases(open(profile.file(), storage));
  }

  /** The cases of a file as records. */
  private static final class Cases implements RecordReader {
    private final SavFile sav;
    private final TextRecord record = new TextRecord();
    private List<String> original = List.of();
    private long line = 1;
    private boolean ended;

    Cases(SavFile sav) {
      this.sav = sav;
      record.writtenBy(separator -> DelimitedLine.of(original, separator));
    }

    @Override
    public TextRecord next() throws IOException {
      if (ended) {
        return null;
      }
      record.begin(++line);
      try {
        SavCase next = sav.next();
        if (next == null) {
          ended = true;
          return null;
        }
        original = next.original();
        next.values().forEach(record::add);
        if (!next.decodable()) {
          record.fail(ByteDecoder.UNDECODABLE);
        }
      } catch (EOFException | ZipException e) {
        ended = true;
        original = List.of();
        record.fail(
            new Defect(
                "The SPSS file ends early or is damaged; rows after this place could not be read.",
                "El archivo SPSS termina antes de tiempo o está dañado; las filas después de este"
                    + " lugar no se pudieron leer."));
      }
      return record;
    }

    @Override
    public void close() throws IOException {
      sav.close();
    }
  }
}
