package io.gradus.testkit;

import io.gradus.models.gpt.GptCatalog;
import io.gradus.models.makemore.MakemoreCatalog;
import io.gradus.nn.initialisers.InitialisersCatalog;
import io.gradus.nn.layers.LayersCatalog;
import io.gradus.nn.losses.LossesCatalog;
import io.gradus.nn.network.NetworkCatalog;
import io.gradus.nn.scalar.ScalarCatalog;
import io.gradus.optimizers.OptimizersCatalog;
import io.gradus.plugin.Catalog;
import org.junit.jupiter.api.Nested;

/// The catalogs of gradus, but those of data, whose jar asks clocks and the machine for corpora.
class CatalogsTest {
  @Nested
  class OfLayers implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new LayersCatalog();
    }
  }

  @Nested
  class OfInitialisers implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new InitialisersCatalog();
    }
  }

  @Nested
  class OfLosses implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new LossesCatalog();
    }
  }

  @Nested
  class OfNetworks implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new NetworkCatalog();
    }
  }

  @Nested
  class OfScalarModels implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new ScalarCatalog();
    }
  }

  @Nested
  class OfOptimizers implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new OptimizersCatalog();
    }
  }

  @Nested
  class OfMakemore implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new MakemoreCatalog();
    }
  }

  @Nested
  class OfGpts implements CatalogContract {
    @Override
    public Catalog catalog() {
      return new GptCatalog();
    }
  }
}
