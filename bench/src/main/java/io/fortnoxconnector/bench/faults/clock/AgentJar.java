package io.fortnoxconnector.bench.faults.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The agent as a JVM takes it: a jar, which the boot loader reads too. */
public final class AgentJar {

  private static final String NAME = "clock-agent.jar";

  private AgentJar() {}

  /**
   * Makes the jar.
   *
   * @param folder for the jar, and for the files with the processes' offsets
   * @return the JVM's option
   */
  public static String option(Path folder) {
    Path jar = folder.resolve(NAME);
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ClockAgent.class.getName());
    attributes.putValue("Boot-Class-Path", NAME);
    attributes.putValue("Can-Retransform-Classes", "true");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type : List.of(ClockAgent.class, ShiftedClock.class)) {
        out.putNextEntry(new JarEntry(type.getName().replace('.', '/') + ".class"));
        try (InputStream code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
          Objects.requireNonNull(code).transferTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "-javaagent:" + jar + "=" + folder;
  }
}
