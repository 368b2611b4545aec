package io.fortnoxconnector.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Where the connector is, and the keys to it; empty texts where they aren't known.
 *
 * @param url the stack's base URL
 */
record Keys(String url, String apiKey, String accountKey) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** The environment's, and the file's for what it doesn't set. */
  static Keys of(Map<String, String> environment, Path file) {
    Properties stored = stored(file);
    return new Keys(
        environment.getOrDefault("FORTNOX_CONNECTOR_URL", stored.getProperty("url", "")),
        environment.getOrDefault("FORTNOX_CONNECTOR_API_KEY", stored.getProperty("apiKey", "")),
        environment.getOrDefault(
            "FORTNOX_CONNECTOR_ACCOUNT_KEY", stored.getProperty("accountKey", "")));
  }

  private static Properties stored(Path file) {
    var stored = new Properties();
    if (!Files.exists(file)) {
      return stored;
    }
    try {
      if (hasOwners() && !OWNER_ONLY.containsAll(permissions(file))) {
        throw new Failure(Failure.KEYS, "Others can read " + file + ". Run: chmod 600 " + file);
      }
      try (Reader reader = Files.newBufferedReader(file)) {
        stored.load(reader);
      }
      return stored;
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Failure(Failure.KEYS, "The keys in " + file + " can't be read.");
    }
  }

  /** Keeps them in a file that nobody else can read. */
  void store(Path file) {
    var stored = new Properties();
    stored.setProperty("url", url);
    stored.setProperty("apiKey", apiKey);
    stored.setProperty("accountKey", accountKey);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.deleteIfExists(file);
      if (hasOwners()) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        stored.store(writer, null);
      }
    } catch (IOException unwritable) {
      throw new Failure(Failure.KEYS, "The keys can't be written to " + file + ".");
    }
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    set.addAll(Files.getPosixFilePermissions(file));
    return set;
  }

  private static boolean hasOwners() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public String toString() {
    return "Keys[" + url + "]";
  }
}
