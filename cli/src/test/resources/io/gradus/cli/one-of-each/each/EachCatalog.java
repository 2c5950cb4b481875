package each;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// One of each.
public final class EachCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of(
        "doubled", Doubled.class,
        "ramp", Ramp.class,
        "sign", Sign.class,
        "halving", Halving.class,
        "quartic", Quartic.class,
        "vowels", Vowels.class,
        "beat", Beat.class,
        "tally", Tally.class);
  }
}
