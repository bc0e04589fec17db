package org.quipu.source.spss;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What a system file says before its cases.
 *
 * @param variables in their order
 * @param cases how many there are; −1 where the file does not say
 * @param compression {@link #UNCOMPRESSED}, 1 (bytes) or {@link #ZLIB}
 * @param bias what byte compression adds to small whole numbers
 * @param systemMissing the number that means "no value"
 * @param order of the bytes of numbers
 * @param charset of its texts
 */
public record SavHeader(
    List<SavVariable> variables,
    long cases,
    int compression,
    double bias,
    double systemMissing,
    ByteOrder order,
    Charset charset) {
  static final int UNCOMPRESSED = 0;
  static final int ZLIB = 2;
}
