package io.fortnoxconnector.local.stack.permissions;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts that stand in a method's bytecode, its lambdas included. ArchUnit leaves them out. */
final class Constants {

  private Constants() {}

  static Set<String> in(JavaCodeUnit code) {
    String file = "/" + code.getOwner().getName().replace('.', '/') + ".class";
    try (InputStream bytes =
        Objects.requireNonNull(Constants.class.getResourceAsStream(file), file)) {
      return ClassFile.of().parse(bytes.readAllBytes()).methods().stream()
          .filter(method -> belongsTo(method.methodName().stringValue(), code.getName()))
          .flatMap(Constants::texts)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> texts(MethodModel method) {
    return method.code().stream()
        .flatMap(body -> body.elementStream())
        .filter(ConstantInstruction.class::isInstance)
        .map(element -> ((ConstantInstruction) element).constantValue())
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static boolean belongsTo(String name, String method) {
    return name.equals(method) || name.startsWith("lambda$" + method + "$");
  }
}
