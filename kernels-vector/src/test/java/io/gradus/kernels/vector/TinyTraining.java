package io.gradus.kernels.vector;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.Workspace;
import java.util.List;

/// The training of a small network, down to one number for the bits of its parameters.
final class TinyTraining {
  private static final int CLASSES = 27;

  private TinyTraining() {}

  static String digest(int rounds) {
    Generator generator = Algorithm.PHILOX.generator(7);
    int batch = rounds == 1 ? 4 : 33;
    int steps = rounds == 1 ? 2 : 60;
    List<Parameter> parameters =
        List.of(
            parameter("table", generator, CLASSES, 10),
            parameter("hidden", generator, 30, 65),
            parameter("gain", generator, 65),
            parameter("bias", generator, 65),
            parameter("head", generator, 65, CLASSES));
    var workspace = new Workspace();
    for (int step = 0; step < steps; step++) {
      workspace.run(() -> step(parameters, generator, batch));
    }
    var bits = new StringBuilder();
    for (Parameter parameter : parameters) {
      bits.append(NumericsProbe.bits(parameter.value().toFloats())).append(' ');
    }
    return bits.toString();
  }

  private static void step(List<Parameter> parameters, Generator generator, int batch) {
    Tensor x = value(parameters, 0).embedding(tokens(generator, batch, 3)).reshape(batch, 30);
    Tensor h = x.matmul(value(parameters, 1)); // (B, 65)
    Tensor centered = h.sub(h.meanKeeping(0));
    Tensor spread = centered.square().meanKeeping(0).add(1e-5).rsqrt();
    Tensor normal = centered.mul(spread).mul(value(parameters, 2)).add(value(parameters, 3));
    Tensor logits = normal.tanh().add(normal.gelu()).matmul(value(parameters, 4)); // (B, 27)
    Tensor chosen = logits.logSoftmax(-1).gather(1, tokens(generator, batch, 1));
    Gradients gradients = Autograd.backward(chosen.mean().neg(), parameters);
    parameters.forEach(each -> each.descend(gradients.of(each), 0.1));
  }

  private static Tensor value(List<Parameter> parameters, int i) {
    return parameters.get(i).value();
  }

  private static Indices tokens(Generator generator, int... shape) {
    int[] tokens = new int[shape[0] * shape[1]];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = generator.below(CLASSES);
    }
    return Indices.of(tokens, shape);
  }

  private static Parameter parameter(String name, Generator generator, int... shape) {
    float[] numbers = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) generator.gaussian(0, 0.5);
    }
    return new Parameter(name, Tensor.of(numbers, shape));
  }
}
