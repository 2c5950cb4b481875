package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.plugin.Catalog;
import io.gradus.testkit.wrong.Growing;
import io.gradus.testkit.wrong.Offered;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Every clause of the contract of catalogs refuses one that breaks it, and says how.
@SuppressWarnings("JUnitMethodInvoked") // that a clause refuses something is what is tested
class BrokenCatalogsTest {
  private static CatalogContract offering(String name, Class<? extends Record> record) {
    Catalog catalog = () -> Map.of(name, record);
    return () -> catalog;
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable clause) {
    return assertThatThrownBy(clause).isInstanceOf(AssertionError.class);
  }

  @Test
  void oneThatIsNotRegistered() {
    refused(() -> offering("growing", Growing.class).itIsFoundByTheServiceLoader())
        .hasMessageContaining(
            "is not found: a module says `provides Catalog with ...`, a jar on the class path has"
                + " META-INF/services/io.gradus.plugin.Catalog");
  }

  @Test
  void nothingAtAll() {
    Catalog empty = Map::of;
    CatalogContract contract = () -> empty;
    refused(contract::itOffersSomething).hasMessageContaining("what the catalog offers");
  }

  @Test
  void aNameThatIsNoWord() {
    refused(() -> offering("Growing_1", Growing.class).namesAreWordsOfLowerCase())
        .hasMessage("the name 'Growing_1' is not lower-case words joined by -");
  }

  @Test
  void aRecordThatIsNotPublic() {
    refused(() -> offering("hidden", Offered.hidden()).recordsArePublic())
        .hasMessage("'hidden' is io.gradus.testkit.wrong.Offered$Hidden, which is not public");
  }

  @Test
  void noKindAndTwo() {
    refused(() -> offering("nothing", Offered.Nothing.class).eachIsOfExactlyOneKind())
        .hasMessage("'nothing' is of 0 kinds []; one is wanted");
    refused(() -> offering("both", Offered.Both.class).eachIsOfExactlyOneKind())
        .hasMessage("'both' is of 2 kinds [initialiser, layer]; one is wanted");
  }

  @Test
  void aSettingWithoutWords() {
    refused(() -> offering("silent", Offered.Silent.class).everySettingIsDocumented())
        .hasMessage("'silent': no @Doc says what 'count' is");
  }

  @Test
  void aDefaultThatIsRefused() {
    refused(() -> offering("refusing", Offered.Refusing.class).defaultsPassTheConstructor())
        .hasMessageStartingWith("'refusing': ")
        .hasMessageContaining("count = 0 must be at least 1");
  }

  @Test
  void aNameThatGradusHas() {
    refused(() -> offering("tanh", Growing.class).noOtherCatalogHasItsNames())
        .hasMessageContaining("offer the layer 'tanh'");
  }

  @Test
  void codeThatIsWrongSomewhereInTheJar() {
    CatalogContract contract = offering("growing", Growing.class);
    refused(contract::theWholeJarHasNoStateOfItsOwn)
        .hasMessageContaining("Remembering.attached is not final");
    refused(contract::theWholeJarMakesNoForbiddenCall)
        .hasMessageContaining("Exponential.apply calls java.lang.Math.exp");
  }
}
