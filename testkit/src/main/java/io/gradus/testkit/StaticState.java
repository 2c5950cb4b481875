package io.gradus.testkit;

import io.gradus.experiments.plugin.ClassFiles;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Static fields that can change, found in class files: state that outlives a run, and makes the
/// second of two runs another one than the first.
///
/// A static field is fine where it is final and of a type whose values never change: a number, a
/// text, an enum, a record, a function, or a collection that was not made by a constructor (as
/// `List.of(...)` is not, and `new ArrayList<>()` is). It looks one level deep.
public final class StaticState {
  /// Types whose values never change, besides enums and records.
  private static final Set<String> UNCHANGING =
      Set.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Class",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.util.regex.Pattern",
          "java.util.Optional",
          "java.util.Comparator",
          "java.util.Locale",
          "java.nio.file.Path",
          "java.nio.charset.Charset",
          "io.gradus.tensor.Shape",
          "io.gradus.nn.Initialiser",
          "io.gradus.nn.LayerSpec",
          "io.gradus.nn.Signal",
          "io.gradus.optimizers.Schedule",
          "io.gradus.tensor.DType");

  /// Interfaces of collections, whose values may change or not.
  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.Map",
          "java.util.Collection",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.SequencedMap",
          "java.util.SequencedSet",
          "java.util.SequencedCollection",
          "java.util.NavigableMap",
          "java.util.NavigableSet");

  private StaticState() {}

  /// A static field that can change.
  ///
  /// @param type the class that has it
  /// @param why what is wrong with it
  public record Field(String type, String name, String why) {
    @Override
    public String toString() {
      return "the static field %s.%s %s".formatted(type, name, why);
    }
  }

  /// All static fields that can change, of the classes in a jar or below a folder.
  public static List<Field> in(Path jarOrFolder) {
    List<ClassModel> classes = ClassFiles.in(jarOrFolder);
    Set<String> values = new TreeSet<>(UNCHANGING);
    classes.stream().filter(StaticState::isValue).map(StaticState::name).forEach(values::add);
    return classes.stream().flatMap(model -> fields(model, values)).toList();
  }

  private static Stream<Field> fields(ClassModel model, Set<String> values) {
    return model.fields().stream()
        .filter(field ->
            field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.SYNTHETIC))
        .flatMap(field ->
            why(model, field, values)
                .map(why -> new Field(name(model), field.fieldName().stringValue(), why))
                .stream());
  }

  private static Optional<String> why(ClassModel model, FieldModel field, Set<String> values) {
    if (!field.flags().has(AccessFlag.FINAL)) {
      return Optional.of("is not final");
    }
    String descriptor = field.fieldType().stringValue();
    if (descriptor.length() == 1) {
      return Optional.empty(); // a number
    }
    String type = typeName(descriptor);
    if (COLLECTIONS.contains(type)) {
      return constructor(model, field.fieldName().stringValue())
          .map(made -> "holds a new %s, which can change".formatted(made));
    }
    boolean fine = values.contains(type) || type.startsWith("java.util.function.");
    return fine ? Optional.empty() : Optional.of("is of %s, which can change".formatted(type));
  }

  /// The class in the JDK whose constructor made a field's value in the class' initializer.
  private static Optional<String> constructor(ClassModel model, String field) {
    List<Instruction> code =
        model.methods().stream()
            .filter(method -> method.methodName().equalsString("<clinit>"))
            .flatMap(method -> method.code().stream())
            .flatMap(body -> body.elementStream())
            .<CodeElement>map(element -> element)
            .filter(Instruction.class::isInstance)
            .map(Instruction.class::cast)
            .toList();
    for (int i = 1; i < code.size(); i++) {
      if (code.get(i) instanceof FieldInstruction stored
          && stored.opcode() == Opcode.PUTSTATIC
          && stored.name().equalsString(field)
          && code.get(i - 1) instanceof InvokeInstruction call
          && call.name().equalsString("<init>")) {
        return Optional.of(call.owner().asInternalName().replace('/', '.'));
      }
    }
    return Optional.empty();
  }

  /// An enum, a record, an interface of the jar's own, or a class whose fields are final numbers
  /// and texts.
  private static boolean isValue(ClassModel model) {
    return model.flags().has(AccessFlag.INTERFACE)
        || Set.of("java/lang/Enum", "java/lang/Record").contains(parent(model))
        || model.fields().stream().allMatch(StaticState::isFixed);
  }

  private static String parent(ClassModel model) {
    return model.superclass().map(ClassEntry::asInternalName).orElse("");
  }

  private static boolean isFixed(FieldModel field) {
    String descriptor = field.fieldType().stringValue();
    return field.flags().has(AccessFlag.STATIC)
        || (field.flags().has(AccessFlag.FINAL)
            && (descriptor.length() == 1 || UNCHANGING.contains(typeName(descriptor))));
  }

  private static String typeName(String descriptor) {
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
        : "an array";
  }

  private static String name(ClassModel model) {
    return model.thisClass().asInternalName().replace('/', '.');
  }
}
