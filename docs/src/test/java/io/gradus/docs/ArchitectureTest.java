package io.gradus.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gradus.data.DataSpec;
import io.gradus.data.TokenizerSpec;
import io.gradus.nn.ModelSpec;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the module descriptors cannot say.
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.gradus");

  private static final String[] NUMBERS = {
    "io.gradus.scalar..",
    "io.gradus.graph..",
    "io.gradus.kernels..",
    "io.gradus.random..",
    "io.gradus.tensor..",
    "io.gradus.plugin..",
    "io.gradus.data..",
    "io.gradus.nn..",
    "io.gradus.optimizers..",
    "io.gradus.models.."
  };

  /// Functions of `Math` whose digits depend on the processor.
  private static final Set<String> DIFFERENT_ON_OTHER_PROCESSORS =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos",
          "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "random");

  /// The rules below cannot hold because nothing was looked at.
  @Test
  void theWholeHouseIsLookedAt() {
    assertThat(HOUSE.size()).isGreaterThanOrEqualTo(250);
    for (String module : NUMBERS) {
      String name = module.replace("..", "");
      assertThat(HOUSE.stream().filter(type -> type.getPackageName().startsWith(name)))
          .as(name)
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void packagesDependOnEachOtherInNoCircle() {
    slices().matching("io.gradus.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void frameworksStayInTheirRooms() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gradus.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "picocli..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gradus.experiments..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "io.micrometer..", "org.snakeyaml..")
        .check(HOUSE);
  }

  /// Those that share work among threads. They read a clock to know when to sleep, and decide which
  /// thread does a part, never what a part is.
  private static final Set<String> CREW =
      Set.of(
          "io.gradus.kernels.Crew",
          "io.gradus.kernels.Crew$Worker",
          "io.gradus.kernels.Job",
          "io.gradus.kernels.Caller");

  @Test
  void nothingThatMakesNumbersKnowsAFrameworkAClockOrALogger() {
    noClasses()
        .that()
        .resideInAnyPackage(NUMBERS)
        .and(DescribedPredicate.not(oneOf(CREW)))
        .and()
        .doNotHaveFullyQualifiedName("io.gradus.data.Library") // warns when its cache is read-only
        .and()
        .doNotHaveFullyQualifiedName("io.gradus.data.HttpDownloader") // its time limits
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "java.util.logging..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethodWhere(named("java.lang.System", Set.of("nanoTime", "currentTimeMillis")))
        .check(HOUSE);
  }

  @Test
  void noDigitsDependOnTheProcessor() {
    noClasses()
        .should()
        .callMethodWhere(named("java.lang.Math", DIFFERENT_ON_OTHER_PROCESSORS))
        .check(HOUSE);
  }

  /// A class of these packages that makes a collection in hash order may ask it, and may not go
  /// through it.
  @Test
  void nothingThatMakesNumbersGoesThroughACollectionInHashOrder() {
    noClasses()
        .that()
        .resideInAnyPackage(NUMBERS)
        .and(DescribedPredicate.describe("make collections in hash order", this::hashes))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "goes through a collection",
                call ->
                    GOING_THROUGH.contains(call.getName())
                        && call.getTargetOwner().isAssignableTo(Iterable.class)
                        && !call.getTargetOwner().isAssignableTo(SequencedCollection.class)))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "goes through a map",
                call ->
                    Set.of("keySet", "values", "entrySet", "forEach", "replaceAll")
                            .contains(call.getName())
                        && call.getTargetOwner().isAssignableTo(Map.class)
                        && !call.getTargetOwner().isAssignableTo(SequencedMap.class)))
        .check(HOUSE);
  }

  private static final Set<String> GOING_THROUGH =
      Set.of("iterator", "stream", "forEach", "toArray", "removeIf", "spliterator");

  private boolean hashes(JavaClass type) {
    return type.getCodeUnitCallsFromSelf().stream()
        .anyMatch(call -> {
          String owner = call.getTargetOwner().getFullName();
          String name = call.getName();
          return (Set.of(
                          "java.util.HashMap",
                          "java.util.HashSet",
                          "java.util.IdentityHashMap",
                          "java.util.WeakHashMap",
                          "java.util.concurrent.ConcurrentHashMap")
                      .contains(owner)
                  && name.equals("<init>"))
              || (Set.of("java.util.Set", "java.util.Map").contains(owner)
                  && Set.of("of", "ofEntries", "copyOf").contains(name))
              || (owner.equals("java.util.stream.Collectors")
                  && Set.of(
                          "toSet", "toMap", "groupingBy", "toUnmodifiableSet", "toUnmodifiableMap")
                      .contains(name));
        });
  }

  @Test
  void onlyTheCommandLineSpeaksToPeople() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gradus.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(named("java.lang.System", Set.of("exit")))
        .check(HOUSE);
  }

  @Test
  void nothingRunsCodeThatDataName() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .callMethodWhere(named("java.lang.Class", Set.of("forName")))
        .orShould()
        .callMethodWhere(named("java.lang.ClassLoader", Set.of("loadClass")))
        .check(HOUSE);
  }

  @Test
  void whatAFileStatesIsARecord() {
    for (Class<?> kind :
        Set.of(ModelSpec.class, DataSpec.class, TokenizerSpec.class, Rule.class, Schedule.class)) {
      classes().that().implement(kind).and().areNotInterfaces().should().beRecords().check(HOUSE);
    }
  }

  private static DescribedPredicate<JavaClass> oneOf(Set<String> names) {
    return DescribedPredicate.describe("one of " + names, type -> names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> named(String owner, Set<String> methods) {
    return DescribedPredicate.describe(
        owner + " " + methods,
        call ->
            call instanceof JavaMethodCall
                && call.getTargetOwner().getFullName().equals(owner)
                && methods.contains(call.getName()));
  }
}
