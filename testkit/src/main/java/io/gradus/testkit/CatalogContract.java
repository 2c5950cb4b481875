package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gradus.experiments.config.BlockCheck;
import io.gradus.experiments.config.CodePlace;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.plugin.ForbiddenCalls;
import io.gradus.plugin.Catalog;
import io.gradus.plugin.Kind;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every catalog keeps to: a test class gives one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface CatalogContract {
  /// The catalog.
  Catalog catalog();

  private SortedMap<String, Class<? extends Record>> types() {
    return new TreeMap<>(catalog().types());
  }

  @Test
  default void itIsFoundByTheServiceLoader() {
    Class<?> type = catalog().getClass();
    if (ServiceLoader.load(Catalog.class).stream().noneMatch(each -> each.type() == type)) {
      fail(
          "%s is not found: a module says `provides Catalog with ...`, a jar on the class path has"
              + " META-INF/services/%s",
          type.getName(), Catalog.class.getName());
    }
  }

  @Test
  default void itOffersSomething() {
    assertThat(catalog().types()).as("what the catalog offers").isNotEmpty();
  }

  @Test
  default void namesAreWordsOfLowerCase() {
    for (String name : types().keySet()) {
      if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        fail("the name '%s' is not lower-case words joined by -", name);
      }
    }
  }

  @Test
  default void recordsArePublic() {
    types()
        .forEach((name, record) -> {
          if (!Modifier.isPublic(record.getModifiers())) {
            fail("'%s' is %s, which is not public", name, record.getName());
          }
        });
  }

  @Test
  default void eachIsOfExactlyOneKind() {
    types()
        .forEach((name, record) -> {
          SortedSet<String> kinds = new TreeSet<>();
          collectKinds(record, kinds);
          if (kinds.size() != 1) {
            fail("'%s' is of %s kinds %s; one is wanted", name, kinds.size(), kinds);
          }
        });
  }

  private static void collectKinds(Class<?> type, SortedSet<String> kinds) {
    Kind kind = type.getAnnotation(Kind.class);
    if (kind != null) {
      kinds.add(kind.value());
    }
    for (Class<?> parent : type.getInterfaces()) {
      collectKinds(parent, kinds);
    }
  }

  @Test
  default void everySettingIsDocumented() {
    types().forEach((name, record) -> requireNone(name, BlockCheck.docs(record)));
  }

  @Test
  default void defaultsPassTheConstructor() {
    Registry registry = Registry.of(ServiceLoader.load(Catalog.class));
    types().forEach((name, record) -> requireNone(name, BlockCheck.defaults(record, registry)));
  }

  private static void requireNone(String name, List<String> faults) {
    if (!faults.isEmpty()) {
      fail("'%s': %s", name, String.join("; ", faults));
    }
  }

  @Test
  default void noOtherCatalogHasItsNames() {
    List<Catalog> all = new ArrayList<>(List.of(catalog()));
    ServiceLoader.load(Catalog.class).stream()
        .filter(each -> each.type() != catalog().getClass())
        .forEach(each -> all.add(each.get()));
    try {
      assertThat(Registry.of(all).kinds()).isNotEmpty();
    } catch (IllegalStateException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  @Test
  default void theWholeJarHasNoStateOfItsOwn() {
    List<StaticState.Field> found = StaticState.in(jar());
    assertThat(found).withFailMessage(PackageCode.lines(found)).isEmpty();
  }

  @Test
  default void theWholeJarMakesNoForbiddenCall() {
    List<ForbiddenCalls.Call> found = ForbiddenCalls.in(jar());
    assertThat(found).withFailMessage(PackageCode.lines(found)).isEmpty();
  }

  private Path jar() {
    return CodePlace.of(catalog().getClass()).path();
  }
}
