package io.fortnoxconnector.local.stack.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.SortedMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key's AES-256-GCM. A blob is: 1 byte version, 16 bytes key id, 12 bytes nonce, ciphertext
 * with its 16-byte tag.
 */
final class EnvelopeCipher {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int HEADER = 1 + 16 + NONCE;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  private EnvelopeCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  static EnvelopeCipher withNewKey(SecureRandom random) {
    byte[] material = new byte[32];
    random.nextBytes(material);
    return new EnvelopeCipher(new SecretKeySpec(material, "AES"), random);
  }

  static ServiceFault invalid() {
    return new ServiceFault("InvalidCiphertextException", "");
  }

  /** The id of the key that made the blob. */
  static String keyId(byte[] blob) {
    if (blob.length < HEADER + TAG_BITS / 8 || blob[0] != VERSION) {
      throw invalid();
    }
    ByteBuffer header = ByteBuffer.wrap(blob, 1, 16);
    return new UUID(header.getLong(), header.getLong()).toString();
  }

  byte[] seal(String keyId, byte[] plaintext, SortedMap<String, String> context) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plaintext);
      UUID id = UUID.fromString(keyId);
      return ByteBuffer.allocate(HEADER + ciphertext.length)
          .put(VERSION)
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] open(byte[] blob, SortedMap<String, String> context) {
    byte[] nonce = new byte[NONCE];
    ByteBuffer.wrap(blob, HEADER - NONCE, NONCE).get(nonce);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(blob, HEADER, blob.length - HEADER);
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, SortedMap<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    // Lengths go in front, so that no two contexts give the same bytes.
    context.forEach(
        (name, value) -> {
          authenticate(cipher, name);
          authenticate(cipher, value);
        });
    return cipher;
  }

  private static void authenticate(Cipher cipher, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    cipher.updateAAD(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    cipher.updateAAD(bytes);
  }
}
