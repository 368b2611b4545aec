package io.fortnoxconnector.local.stack.permissions;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a handler can call once it's made, from its {@code handleRequest} and from what runs before
 * a snapshot of it, through the project's bytecode, and from the callbacks that its parts were
 * given.
 *
 * <p>A call on a port goes to the object that the caller holds for it; to any such object of the
 * handler where the caller holds none; to every class that could stand there where the handler has
 * no such object. A lambda counts as called where it's written. So the result can be too large, not
 * too small.
 */
final class Reach {

  private static final String OURS = "io.fortnoxconnector.";

  /** A call that leaves the project: to the AWS SDK. */
  record Outside(Step from, CodeUnitAccessTarget target) {}

  private final JavaClasses classes;
  private final HandlerObjects objects;
  private final Set<Step> seen = new LinkedHashSet<>();
  private final Deque<Step> open = new ArrayDeque<>();
  private final List<Outside> outside = new ArrayList<>();
  private final Map<JavaClass, List<Object>> anywhere = new HashMap<>();

  private Reach(JavaClasses classes, HandlerObjects objects) {
    this.classes = classes;
    this.objects = objects;
  }

  static Reach of(HandlerObjects objects, JavaClasses classes) {
    Reach reach = new Reach(classes, objects);
    reach.start();
    while (!reach.open.isEmpty()) {
      reach.walk(reach.open.pop());
    }
    return reach;
  }

  Set<Step> steps() {
    return seen;
  }

  List<Outside> outside() {
    return outside;
  }

  private void start() {
    Object handler = objects.handler();
    methods(typeOf(handler), "handleRequest", 3).forEach(code -> open(code, handler, null));
    for (Object one : objects.all()) {
      if (one instanceof Resource) {
        methods(typeOf(one), "beforeCheckpoint", 1).forEach(code -> open(code, one, null));
      }
      if (!isLambda(one.getClass())) {
        typeOf(one).getConstructors().forEach(made -> callbacks(made, one));
      }
    }
  }

  /** The constructors themselves have run; what they handed on as a callback may be called yet. */
  private void callbacks(JavaConstructor constructor, Object made) {
    Step step = new Step(constructor, made, null);
    constructor.getCallsFromSelf().stream()
        .filter(JavaCodeUnitAccess::isDeclaredInLambda)
        .forEach(call -> follow(step, call));
    references(constructor).forEach(reference -> follow(step, reference));
  }

  private void walk(Step step) {
    step.code().getCallsFromSelf().forEach(call -> follow(step, call));
    references(step.code()).forEach(reference -> follow(step, reference));
  }

  private static Stream<JavaCodeUnitAccess<?>> references(JavaCodeUnit code) {
    return Stream.concat(
        code.getMethodReferencesFromSelf().stream(),
        code.getConstructorReferencesFromSelf().stream());
  }

  private void follow(Step from, JavaCodeUnitAccess<?> access) {
    CodeUnitAccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    if (owner.getName().startsWith("software.amazon.awssdk.services.")) {
      outside.add(new Outside(from, target));
      return;
    }
    if (target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
      constructed(from, target);
      return;
    }
    int count = target.getRawParameterTypes().size();
    List<JavaCodeUnit> declared =
        isOurs(owner) ? methods(owner, target.getName(), count) : List.of();
    declared.stream()
        .filter(code -> !code.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(
            code -> isStatic(code) || isSuperCall(from, target) || receivers(from, owner).isEmpty())
        .forEach(code -> open(code, sameNest(from, owner) ? from.receiver() : null, from));
    if (declared.stream().anyMatch(Reach::isStatic)) {
      return;
    }
    List<Object> receivers = receivers(from, owner);
    for (Object receiver : receivers) {
      methods(typeOf(receiver), target.getName(), count)
          .forEach(code -> open(code, receiver, from));
    }
    if (receivers.isEmpty() && isOurs(owner)) {
      owner.getAllSubclasses().stream()
          .flatMap(type -> methods(type, target.getName(), count).stream())
          .forEach(code -> open(code, null, from));
    }
  }

  private void constructed(Step from, CodeUnitAccessTarget target) {
    JavaClass type = target.getOwner();
    if (!isOurs(type)) {
      return;
    }
    type.getConstructors().forEach(code -> open(code, null, from));
    // Code of others may call back whatever has one of their interfaces.
    if (type.getAllRawInterfaces().stream().anyMatch(Reach::isCallback)) {
      type.getMethods().forEach(code -> open(code, null, from));
    }
  }

  private static boolean isCallback(JavaClass type) {
    return type.getName().startsWith("java.")
        && !Set.of("java.lang.Comparable", "java.io.Serializable", "java.lang.constant.Constable")
            .contains(type.getName());
  }

  private static boolean isSuperCall(Step from, CodeUnitAccessTarget target) {
    return from.code().getName().equals(target.getName())
        && from.code().getOwner().getAllRawSuperclasses().contains(target.getOwner());
  }

  private List<Object> receivers(Step from, JavaClass owner) {
    Object caller = from.receiver();
    if (caller != null) {
      List<Object> near =
          Stream.concat(Stream.of(caller), objects.parts(caller).stream())
              .filter(one -> isA(one, owner))
              .toList();
      if (!near.isEmpty()) {
        return near;
      }
    }
    return isOurs(owner) ? anywhere.computeIfAbsent(owner, this::anywhere) : List.of();
  }

  private List<Object> anywhere(JavaClass type) {
    return objects.all().stream().filter(one -> isA(one, type)).toList();
  }

  private static boolean isA(Object object, JavaClass type) {
    for (Class<?> one = object.getClass(); one != null; one = one.getSuperclass()) {
      if (one.getName().equals(type.getName()) || implementsIt(one, type.getName())) {
        return !isLambda(object.getClass());
      }
    }
    return false;
  }

  private static boolean implementsIt(Class<?> type, String name) {
    for (Class<?> one : type.getInterfaces()) {
      if (one.getName().equals(name) || implementsIt(one, name)) {
        return true;
      }
    }
    return false;
  }

  /** A lambda's body belongs to the method that it stands in, and is followed from there. */
  private static boolean isLambda(Class<?> type) {
    return type.isHidden();
  }

  /** The methods of that name, the type's own or inherited; nearest first. */
  private static List<JavaCodeUnit> methods(JavaClass type, String name, int parameters) {
    return Stream.of(
            Stream.of(type),
            type.getAllRawSuperclasses().stream(),
            type.getAllRawInterfaces().stream())
        .flatMap(types -> types)
        .map(
            one ->
                one.getMethods().stream()
                    .filter(method -> method.getName().equals(name))
                    .filter(method -> method.getRawParameterTypes().size() == parameters)
                    .map(JavaCodeUnit.class::cast)
                    .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private JavaClass typeOf(Object object) {
    return classes.get(object.getClass());
  }

  private static boolean isOurs(JavaClass type) {
    return type.getName().startsWith(OURS);
  }

  private static boolean isStatic(JavaCodeUnit code) {
    return code.getModifiers().contains(JavaModifier.STATIC);
  }

  /** A static method of the same class works for the same object. */
  private static boolean sameNest(Step from, JavaClass owner) {
    return outermost(from.code().getOwner()).equals(outermost(owner));
  }

  private static String outermost(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  private void open(JavaCodeUnit code, @Nullable Object receiver, @Nullable Step from) {
    Step step = new Step(code, receiver, from == null ? null : from.receiver());
    if (seen.add(step)) {
      open.add(step);
    }
  }
}
