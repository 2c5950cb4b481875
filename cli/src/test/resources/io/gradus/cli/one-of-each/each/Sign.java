package each;

import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// `w ← w - lr·sign(g)`.
@Doc("a step of one length along the sign of each slope")
public record Sign(@Doc("the learning rate") @Default("0.001") Schedule lr)
    implements Rule<Sign.Nothing> {
  /// It remembers nothing.
  public record Nothing() {}

  @Override
  public Nothing start(int size) {
    return new Nothing();
  }

  @Override
  public void step(Update update, double[] w, double[] g, Nothing memory) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= update.rate() * Math.signum(g[i]);
    }
  }
}
