package io.fortnoxconnector.bench.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has become, read from outside when its times are known.
 *
 * @param classes loaded since its start
 * @param residentKilobytes memory of its own and shared, as Linux counts it (VmRSS)
 */
record Footprint(long classes, long residentKilobytes) {

  static Footprint of(long pid) throws IOException, InterruptedException {
    return new Footprint(classes(pid), resident(pid));
  }

  /** From the JVM's performance counters, which cost the process nothing. */
  private static long classes(long pid) throws IOException, InterruptedException {
    String jstat = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
    Process asked = new ProcessBuilder(jstat, "-class", Long.toString(pid)).start();
    String answer = new String(asked.getInputStream().readAllBytes(), UTF_8);
    if (asked.waitFor() != 0) {
      throw new IOException("jstat knows nothing of process " + pid);
    }
    // A line of headings, then the values; the first is the number of classes.
    return Long.parseLong(answer.lines().toList().getLast().strip().split(" +", 2)[0]);
  }

  private static long resident(long pid) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    return lines.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IOException("Linux counts no memory of process " + pid));
  }
}
