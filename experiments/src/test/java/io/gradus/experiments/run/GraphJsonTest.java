package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.graph.Content;
import io.gradus.graph.Graph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphJsonTest {
  @Test
  void aNumberIsWrittenAsThatNumber() {
    var leaf =
        new Graph.Node(
            0,
            "a",
            "given",
            "given",
            new Content.One(2),
            Optional.of(new Content.One(Double.NaN)),
            List.of());
    assertThat(Json.line(new Graph(List.of(leaf))))
        .isEqualTo(
            """
            {"nodes":[{"id":0,"name":"a","operation":"given","formula":"given","data":2.0,"gradient":"NaN","operands":[]}]}\
            """);
  }

  @Test
  void anArrayIsWrittenWithItsKindAndAnEdgeWithItsAxes() {
    var data = new Content.Many("FLOAT32", List.of(4), -1, 0.25, Double.POSITIVE_INFINITY, 2, 1);
    var made =
        new Graph.Node(
            1,
            "",
            "neg",
            "y = -x",
            data,
            Optional.empty(),
            List.of(new Graph.Edge.Pullback(0, List.of(0, 1))));
    assertThat(Json.line(made))
        .isEqualTo(
            """
            {"id":1,"name":"","operation":"neg","formula":"y = -x",\
            "data":{"type":"FLOAT32","shape":[4],"least":-1.0,"mean":0.25,"largest":"Infinity","norm":2.0,"nans":1},\
            "gradient":null,"operands":[{"operand":0,"summedOver":[0,1]}]}\
            """);
  }
}
