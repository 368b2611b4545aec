import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks or rewrites every Java file of the tree with google-java-format.
 *
 * <p>It runs on the selected JDK: a Maven plugin would run on Maven's own, which may be too old to
 * parse the language.
 */
final class Format {

  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]);
    List<Path> sources;
    try (var files = Files.walk(root)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !root.relativize(file).toString().matches("(.*/)?target/.*"))
              .toList();
    }
    var odd = sources.parallelStream().filter(file -> !settled(file, write)).toList();
    if (odd.isEmpty() || write) {
      System.out.printf("%d Java files, %d rewritten%n", sources.size(), odd.size());
      return;
    }
    odd.forEach(file -> System.err.println("not formatted: " + root.relativize(file)));
    System.err.println("Run  mvn -Pformat  to put them right.");
    System.exit(1);
  }

  private static boolean settled(Path file, boolean write) {
    try {
      String before = Files.readString(file);
      String tidy =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(before), Style.GOOGLE);
      String after = new Formatter().formatSource(tidy);
      if (write && !after.equals(before)) {
        Files.writeString(file, after);
      }
      return after.equals(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }
}
