package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {
  @Test
  void theCommandPrintsTheSchemaThatIsShipped() {
    Called schema = Called.gradus("config", "schema");

    assertThat(schema.code()).isZero();
    assertThat(schema.err()).isEmpty();
    assertThat(schema.out())
        .as("make it again: ./gradus config schema > experiments/experiment.schema.json")
        .isEqualTo(Lab.text(Path.of("../experiments/experiment.schema.json")));
  }

  @Test
  void aBlockOfKeysIsDescribedAsItsRecordIs() {
    var adam = Called.gradus("config", "schema").json().at("/$defs/optimizer.adam");

    assertThat(adam.at("/properties/type/const").asString()).isEqualTo("adam");
    assertThat(adam.at("/properties/beta1/default").asDouble()).isEqualTo(0.9);
    assertThat(adam.at("/properties/beta1/description").asString()).isNotEmpty();
    assertThat(adam.at("/required")).isEqualTo(Called.json("[\"type\"]"));
    assertThat(adam.at("/additionalProperties").asBoolean()).isFalse();
  }
}
