package io.fortnoxconnector.local.stack.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * Lambda's runtime interface client as a process starts with it. Its native library lies in a file
 * of its own: left to itself, each process unpacks it over the one that others are running from,
 * and they die of SIGBUS. Lambda names a file too.
 *
 * @param library runs on Linux alone
 */
record RuntimeClient(Path library) implements AutoCloseable {

  private static final String LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  static RuntimeClient unpack() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
    try (InputStream packed = AWSLambda.class.getResourceAsStream(name)) {
      if (packed == null) {
        throw new IllegalStateException("The runtime client has no " + name);
      }
      Path library = Files.createTempFile("runtime-", ".so");
      Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
      return new RuntimeClient(library);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * With the client's own jars alone on the class path: it loads the function's from the working
   * directory.
   */
  List<String> arguments() {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-D" + LIBRARY + "=" + library,
        "-classpath",
        classpath(),
        AWSLambda.class.getName());
  }

  private static String classpath() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(RuntimeClient::jar)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.delete(library);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
