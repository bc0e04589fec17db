package org.quipu.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompression without Hadoop's codec classes and the configuration they load, which would be most
 * of the time it takes to show a table.
 */
final class Codecs implements CompressionCodecFactory {

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Stored();
      case SNAPPY -> new Snapped();
      default ->
          throw new IllegalArgumentException(
              "compressed with " + codec + "; result tables are SNAPPY or UNCOMPRESSED");
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("this is for reading");
  }

  @Override
  public void release() {}

  private static final class Stored implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) {
      return bytes;
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize) {
      output.put(input);
    }

    @Override
    public void release() {}
  }

  private static final class Snapped implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(Snappy.uncompress(bytes.toInputStream().readAllBytes()));
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize)
        throws IOException {
      byte[] packed = new byte[inputSize];
      input.get(packed);
      output.put(Snappy.uncompress(packed));
    }

    @Override
    public void release() {}
  }
}
