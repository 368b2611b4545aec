import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/** Writes a YAML file as JSON, without blanks. */
final class JsonOfYaml {

  public static void main(String[] args) throws IOException {
    Path json = Path.of(args[1]);
    Files.createDirectories(json.toAbsolutePath().getParent());
    try (var yaml = Files.newBufferedReader(Path.of(args[0]))) {
      Files.write(json, new ObjectMapper().writeValueAsBytes(new Yaml().load(yaml)));
    }
  }
}
