package io.fortnoxconnector.local.stack.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function's zip in a temporary folder, laid out as Lambda does: the folder goes when closed. */
record UnpackedZip(Path folder) implements AutoCloseable {

  static UnpackedZip of(Path zip) {
    if (!Files.isRegularFile(zip)) {
      throw new IllegalStateException("There is no " + zip + "; mvn package makes it");
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Path folder = Files.createTempDirectory("function-");
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        unpack(file, entries.nextElement(), folder);
      }
      return new UnpackedZip(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(ZipFile file, ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The zip's entry " + entry.getName() + " lies outside of it");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    try (var content = file.getInputStream(entry)) {
      Files.copy(content, target);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
