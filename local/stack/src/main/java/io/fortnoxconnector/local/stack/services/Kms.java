package io.fortnoxconnector.local.stack.services;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortnoxconnector.local.stack.template.Place;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Symmetric keys of KMS: AES-256-GCM with the encryption context as additional authenticated data.
 * Errors and limits as the KMS API Reference has them. Key material lives as long as this object.
 */
final class Kms implements Service {

  private static final int LONGEST_PLAINTEXT = 4096;

  private final Place place;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Key> keys = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();

  Kms(Place place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  /** A key of this KMS; disabling it makes every use of it fail with DisabledException. */
  private static final class Key {
    private final String id;
    private final String arn;
    private final String description;
    private final Instant created;
    private final EnvelopeCipher cipher;
    private volatile boolean enabled = true;

    Key(String id, String arn, String description, Instant created, EnvelopeCipher cipher) {
      this.id = id;
      this.arn = arn;
      this.description = description;
      this.created = created;
      this.cipher = cipher;
    }

    Key usable() {
      if (!enabled) {
        throw new ServiceFault("DisabledException", arn + " is disabled.");
      }
      return this;
    }
  }

  @Override
  public ObjectNode call(String operation, Request request) {
    return switch (operation) {
      case "CreateKey" -> createKey(request);
      case "CreateAlias" -> createAlias(request);
      case "Encrypt" -> encrypt(request);
      case "Decrypt" -> decrypt(request);
      case "GenerateDataKey" -> generateDataKey(request);
      case "DescribeKey" -> object().set("KeyMetadata", metadata(key(request.required("KeyId"))));
      case "DisableKey" -> switched(request, false);
      case "EnableKey" -> switched(request, true);
      default -> throw ServiceFault.unknownOperation(operation);
    };
  }

  private ObjectNode createKey(Request request) {
    String id = UUID.randomUUID().toString();
    Key key =
        new Key(
            id,
            place.arn("kms", "key/" + id),
            request.text("Description").orElse(""),
            clock.instant(),
            EnvelopeCipher.withNewKey(random));
    keys.put(id, key);
    return object().set("KeyMetadata", metadata(key));
  }

  private ObjectNode createAlias(Request request) {
    String alias = request.required("AliasName");
    if (aliases.putIfAbsent(alias, key(request.required("TargetKeyId")).id) != null) {
      throw new ServiceFault(
          "AlreadyExistsException", "An alias with the name " + alias + " already exists");
    }
    return object();
  }

  private ObjectNode encrypt(Request request) {
    Key key = key(request.required("KeyId")).usable();
    byte[] plaintext = request.requiredBytes("Plaintext");
    if (plaintext.length == 0 || plaintext.length > LONGEST_PLAINTEXT) {
      throw new ServiceFault(
          "ValidationException",
          "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length between 1 and "
              + LONGEST_PLAINTEXT);
    }
    return object()
        .put("CiphertextBlob", seal(key, plaintext, request.map("EncryptionContext")))
        .put("KeyId", key.arn)
        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private ObjectNode decrypt(Request request) {
    byte[] blob = request.requiredBytes("CiphertextBlob");
    Key key = keys.get(EnvelopeCipher.keyId(blob));
    if (key == null) {
      throw EnvelopeCipher.invalid();
    }
    request
        .text("KeyId")
        .ifPresent(
            wanted -> {
              if (key(wanted) != key) {
                throw new ServiceFault(
                    "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this operation.");
              }
            });
    byte[] plaintext = key.usable().cipher.open(blob, request.map("EncryptionContext"));
    return object()
        .put("Plaintext", base64(plaintext))
        .put("KeyId", key.arn)
        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private ObjectNode generateDataKey(Request request) {
    Key key = key(request.required("KeyId")).usable();
    int length =
        request
            .number("NumberOfBytes")
            .orElseGet(
                () ->
                    switch (request.required("KeySpec")) {
                      case "AES_128" -> 16;
                      case "AES_256" -> 32;
                      default ->
                          throw new ServiceFault(
                              "ValidationException", "KeySpec must be AES_128 or AES_256");
                    });
    if (length < 1 || length > 1024) {
      throw new ServiceFault("ValidationException", "NumberOfBytes must be between 1 and 1024");
    }
    byte[] dataKey = new byte[length];
    random.nextBytes(dataKey);
    return object()
        .put("Plaintext", base64(dataKey))
        .put("CiphertextBlob", seal(key, dataKey, request.map("EncryptionContext")))
        .put("KeyId", key.arn);
  }

  private String seal(Key key, byte[] plaintext, SortedMap<String, String> context) {
    return base64(key.cipher.seal(key.id, plaintext, context));
  }

  private ObjectNode switched(Request request, boolean enabled) {
    key(request.required("KeyId")).enabled = enabled;
    return object();
  }

  private ObjectNode metadata(Key key) {
    ObjectNode metadata =
        object()
            .put("AWSAccountId", place.accountId())
            .put("KeyId", key.id)
            .put("Arn", key.arn)
            .put("CreationDate", key.created.toEpochMilli() / 1000.0)
            .put("Enabled", key.enabled)
            .put("Description", key.description)
            .put("KeyUsage", "ENCRYPT_DECRYPT")
            .put("KeyState", key.enabled ? "Enabled" : "Disabled")
            .put("Origin", "AWS_KMS")
            .put("KeyManager", "CUSTOMER")
            .put("KeySpec", "SYMMETRIC_DEFAULT")
            .put("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT")
            .put("MultiRegion", false);
    metadata.putArray("EncryptionAlgorithms").add("SYMMETRIC_DEFAULT");
    return metadata;
  }

  /** The key by id, ARN, alias or alias ARN. */
  private Key key(String name) {
    String local =
        name.startsWith("arn:")
            ? name.substring(name.lastIndexOf(':') + 1).replace("key/", "")
            : name;
    Key key = keys.get(aliases.getOrDefault(local, local));
    if (key != null) {
      return key;
    }
    if (local.startsWith("alias/")) {
      throw new ServiceFault(
          "NotFoundException", "Alias " + place.arn("kms", local) + " is not found.");
    }
    throw new ServiceFault(
        "NotFoundException", "Key '" + place.arn("kms", "key/" + local) + "' does not exist");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
