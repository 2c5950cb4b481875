package io.gradus.random;

/// A rule by which one of several things is drawn in proportion to weights.
public enum Choice {
  /// The generator's own rule, [Generator#choice(double[])].
  STANDARD {
    @Override
    public int draw(double[] weights, Generator generator) {
      return generator.choice(weights);
    }
  },

  /// `torch.multinomial` with replacement, as PyTorch had it until 1.x: the running sums of the
  /// weights in float32, divided by the last of them; the first that is not below a wide uniform.
  TORCH_CDF {
    @Override
    public int draw(double[] weights, Generator generator) {
      double _ = Arguments.total(weights);
      float[] sums = new float[weights.length];
      float sum = 0;
      for (int i = 0; i < sums.length; i++) {
        sum += (float) weights[i];
        sums[i] = sum;
      }
      double u = generator.wideUniform();
      for (int i = 0; i < sums.length - 1; i++) {
        if (sums[i] / sum >= u) {
          return i;
        }
      }
      return sums.length - 1;
    }
  },

  /// `torch.multinomial` without replacement, and of one number in later versions: the greatest
  /// weight over an exponential number `-ln(1 - u)`, of a wide uniform for each.
  TORCH_EXPONENTIAL {
    @Override
    public int draw(double[] weights, Generator generator) {
      double _ = Arguments.total(weights);
      int best = 0;
      float greatest = -1;
      for (int i = 0; i < weights.length; i++) {
        float wait = (float) -StrictMath.log1p(-generator.wideUniform());
        float share = (float) weights[i] / wait;
        if (share > greatest) {
          greatest = share;
          best = i;
        }
      }
      return best;
    }
  };

  /// An index into `weights`; they need not sum to 1.
  ///
  /// @throws IllegalArgumentException if `weights` is empty or all zero, or a weight is negative or
  ///   not finite
  public abstract int draw(double[] weights, Generator generator);
}
