package org.quipu.quality;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for respondents wherever a row of a survey is kept or shown: the first 24 hexadecimal
 * digits of HMAC-SHA-256 (RFC 2104) of the id under a key that only the user has.
 *
 * <p>Where the user gives no key, a key of Quipu's own tells respondents apart within the store,
 * and nothing is shown at all: what is shown must be the same whenever the same files are read.
 */
public final class Pseudonyms implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MARK = "r:";
  private static final int SHOWN_BYTES = 12;
  private static final Pattern PSEUDONYM = Pattern.compile(MARK + "[0-9a-f]{24}");

  /** Stands where something of a person stood. */
  static final String HIDDEN = "***";

  private final byte[] key;
  private final boolean shows;
  private final SipHash hash;

  private Pseudonyms(byte[] key, boolean shows) {
    this.key = key.clone();
    this.shows = shows;
    ByteBuffer derived = ByteBuffer.wrap(mac("\u0000keys of rows")).order(ByteOrder.LITTLE_ENDIAN);
    this.hash = new SipHash(derived.getLong(), derived.getLong());
  }

  /** Under a key that the user has given. */
  public static Pseudonyms ofUser(byte[] key) {
    return new Pseudonyms(key, true);
  }

  /** Under a key that nobody knows. */
  public static Pseudonyms ofNobody(byte[] key) {
    return new Pseudonyms(key, false);
  }

  /** Whether the key is the user's, so that pseudonyms may be shown. */
  public boolean areShown() {
    return shows;
  }

  /** What a respondent is called. */
  public String of(String respondentId) {
    return MARK + HexFormat.of().formatHex(mac(respondentId), 0, SHOWN_BYTES);
  }

  /** A text as it may be shown: with pseudonyms under the user's key, without under any other. */
  public String shown(String text) {
    return shows ? text : PSEUDONYM.matcher(text).replaceAll(HIDDEN);
  }

  /** A hash of rows' keys that needs the key. */
  public SipHash hash() {
    return hash;
  }

  /** Tells keys apart without telling what they are. */
  public String keyId() {
    return HexFormat.of().formatHex(mac("\u0000id of the key"), 0, 8);
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Pseudonyms[key hidden]";
  }
}
