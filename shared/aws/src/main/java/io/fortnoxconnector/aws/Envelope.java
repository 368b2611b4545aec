package io.fortnoxconnector.aws;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token under a data key of its own: AES-256-GCM, with version and encryption context as
 * additional authenticated data. As bytes: 1 version, 2 the encrypted key's length, the encrypted
 * key, 12 nonce, the ciphertext with its 16-byte tag.
 */
final class Envelope {

  /** NIST SP 800-38D: 96 bits are what the mode is made for. */
  static final int NONCE_BYTES = 12;

  private static final byte VERSION = 1;
  private static final int TAG_BITS = 128;

  private final byte[] encryptedKey;
  private final byte[] nonce;
  private final byte[] ciphertext;

  private Envelope(byte[] encryptedKey, byte[] nonce, byte[] ciphertext) {
    this.encryptedKey = encryptedKey;
    this.nonce = nonce;
    this.ciphertext = ciphertext;
  }

  /**
   * Encrypts.
   *
   * @param nonce never used with this key before
   */
  static Envelope seal(
      byte[] clear, byte[] key, byte[] encryptedKey, byte[] nonce, Map<String, String> context) {
    return new Envelope(
        encryptedKey, nonce, crypt(Cipher.ENCRYPT_MODE, clear, key, nonce, context));
  }

  /** The data key as KMS encrypted it, which opens under the same context only. */
  byte[] encryptedKey() {
    return encryptedKey.clone();
  }

  byte[] nonce() {
    return nonce.clone();
  }

  byte[] open(byte[] key, Map<String, String> context) {
    return crypt(Cipher.DECRYPT_MODE, ciphertext, key, nonce, context);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(
            1 + Short.BYTES + encryptedKey.length + nonce.length + ciphertext.length)
        .put(VERSION)
        .putShort((short) encryptedKey.length)
        .put(encryptedKey)
        .put(nonce)
        .put(ciphertext)
        .array();
  }

  /**
   * Takes the bytes apart.
   *
   * @throws IllegalStateException where they're no envelope of this version
   */
  static Envelope of(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      if (buffer.get() != VERSION) {
        throw new IllegalStateException("a token's envelope has an unknown version");
      }
      byte[] encryptedKey = next(buffer, Short.toUnsignedInt(buffer.getShort()));
      byte[] nonce = next(buffer, NONCE_BYTES);
      return new Envelope(encryptedKey, nonce, next(buffer, buffer.remaining()));
    } catch (BufferUnderflowException e) {
      throw new IllegalStateException("a token's envelope is cut short", e);
    }
  }

  private static byte[] next(ByteBuffer buffer, int count) {
    if (count > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] part = new byte[count];
    buffer.get(part);
    return part;
  }

  private static byte[] crypt(
      int mode, byte[] input, byte[] key, byte[] nonce, Map<String, String> context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(authenticated(context));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token's envelope doesn't open", e);
    }
  }

  /** Sorted, each part behind its length: no two contexts give the same bytes. */
  private static byte[] authenticated(Map<String, String> context) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    new TreeMap<>(context)
        .forEach(
            (name, value) -> {
              write(bytes, name);
              write(bytes, value);
            });
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream bytes, String part) {
    byte[] text = part.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
    bytes.writeBytes(text);
  }
}
