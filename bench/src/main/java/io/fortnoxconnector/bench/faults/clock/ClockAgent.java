package io.fortnoxconnector.bench.faults.clock;

import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link Clock} and Lambda's runtime client ask {@link ShiftedClock} for the time. The rest of
 * the JDK, timeouts above all, keeps the machine's.
 */
public final class ClockAgent implements ClassFileTransformer {

  private static final ClassDesc SHIFTED =
      ClassDesc.of("io.fortnoxconnector.bench.faults.clock.ShiftedClock");
  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
  private static final String JDK_CLOCK = "java/time/Clock";
  private static final String RUNTIME_CLIENT = "com/amazonaws/services/lambda/runtime/";

  private ClockAgent() {}

  /**
   * What the JVM calls.
   *
   * @param folder where a file with the log stream's name holds the process's offset
   */
  public static void premain(String folder, Instrumentation instrumentation)
      throws UnmodifiableClassException, ClassNotFoundException {
    ShiftedClock.follow(Path.of(folder, System.getenv("AWS_LAMBDA_LOG_STREAM_NAME")));
    instrumentation.addTransformer(new ClockAgent(), true);
    instrumentation.retransformClasses(Clock.class, Class.forName("java.time.Clock$SystemClock"));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (!name.startsWith(JDK_CLOCK) && !name.startsWith(RUNTIME_CLIENT)) {
      return null;
    }
    ClassFile files = ClassFile.of();
    return files.transformClass(files.parse(bytes), ClockAgent::change);
  }

  private static void change(ClassBuilder type, ClassElement element) {
    if (element instanceof MethodModel method) {
      type.transformMethod(
          method,
          MethodTransform.transformingCode(
              isCurrentInstant(method) ? ClockAgent::moveWhatIsReturned : ClockAgent::askTheOther));
    } else {
      type.with(element);
    }
  }

  /** It measures against the machine's own milliseconds: only what it returns may move. */
  private static boolean isCurrentInstant(MethodModel method) {
    return method.methodName().equalsString("currentInstant");
  }

  private static void askTheOther(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.owner().asInternalName().equals("java/lang/System")
        && call.name().equalsString("currentTimeMillis")) {
      code.invokestatic(SHIFTED, "millis", MethodTypeDesc.of(CD_long));
    } else {
      code.with(element);
    }
  }

  private static void moveWhatIsReturned(CodeBuilder code, CodeElement element) {
    if (element instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
      code.invokestatic(SHIFTED, "shifted", MethodTypeDesc.of(INSTANT, INSTANT));
    }
    code.with(element);
  }
}
