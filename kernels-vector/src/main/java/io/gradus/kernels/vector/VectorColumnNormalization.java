package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import io.gradus.kernels.Standards;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Columns brought to mean 0 and variance 1, then scaled and shifted, in the operations of
/// [io.gradus.kernels.Kernels#normalizeColumns].
///
/// A strip of two vectors of columns is done from its mean to its last number: the sums stay in
/// registers, and the rows of a strip in the first-level cache. The last strip goes back as far as
/// it needs to be whole, and writes some numbers twice, the same ones.
final class VectorColumnNormalization {
  private VectorColumnNormalization() {}

  /// Columns of a strip; fewer than these are not done here.
  static final int STRIP = 2 * COUNT;

  /// As [io.gradus.kernels.Kernels#columnMoments].
  static void moments(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float[] means,
      int meansOffset,
      float[] variances,
      int variancesOffset) {
    int stride = x.rowStride();
    float[] mean = new float[STRIP];
    float[] variance = new float[STRIP];
    for (int begin = 0; begin < columns; begin += STRIP) {
      int c = Math.min(begin, columns - STRIP);
      means(x.data(), x.index(0, c), stride, rows, mean);
      variances(x.data(), x.index(0, c), stride, rows, correction, mean, variance);
      System.arraycopy(mean, 0, means, meansOffset + c, STRIP);
      System.arraycopy(variance, 0, variances, variancesOffset + c, STRIP);
    }
  }

  /// As [io.gradus.kernels.Kernels#normalizeColumns].
  static void values(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float eps,
      Matrix gain,
      Matrix bias,
      Matrix out,
      Standards standards) {
    float[] mean = new float[STRIP];
    float[] scale = new float[STRIP];
    for (int begin = 0; begin < columns; begin += STRIP) {
      int c = Math.min(begin, columns - STRIP);
      means(x.data(), x.index(0, c), x.rowStride(), rows, mean);
      variances(x.data(), x.index(0, c), x.rowStride(), rows, correction, mean, scale);
      for (int v = 0; v < STRIP; v += COUNT) {
        FloatVector root = fromArray(SPECIES, scale, v).add(eps).lanewise(VectorOperators.SQRT);
        FloatVector.broadcast(SPECIES, 1).div(root).intoArray(scale, v);
      }
      System.arraycopy(mean, 0, standards.means(), standards.first() + c, STRIP);
      System.arraycopy(scale, 0, standards.scales(), standards.first() + c, STRIP);
      write(x, c, rows, standards.from(c), gain, bias, out);
    }
  }

  private static void write(
      Matrix x, int c, int rows, Standards strip, Matrix gain, Matrix bias, Matrix out) {
    for (int v = 0; v < STRIP; v += COUNT) {
      int from = x.index(0, c + v);
      int to = out.index(0, c + v);
      FloatVector means = fromArray(SPECIES, strip.means(), strip.first() + v);
      FloatVector scales = fromArray(SPECIES, strip.scales(), strip.first() + v);
      FloatVector gains = fromArray(SPECIES, gain.data(), gain.index(0, c + v));
      FloatVector terms = fromArray(SPECIES, bias.data(), bias.index(0, c + v));
      for (int r = 0; r < rows; r++) {
        fromArray(SPECIES, x.data(), from + r * x.rowStride())
            .sub(means)
            .mul(scales)
            .mul(gains)
            .add(terms)
            .intoArray(out.data(), to + r * out.rowStride());
      }
    }
  }

  /// As [io.gradus.kernels.Kernels#normalizeColumnsGradient].
  static void gradients(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      int correction,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    float[] along = new float[STRIP];
    float[] level = new float[STRIP];
    int freedom = Math.max(rows - correction, 0);
    for (int begin = 0; begin < columns; begin += STRIP) {
      int c = Math.min(begin, columns - STRIP);
      Standards strip = standards.from(c);
      for (int v = 0; v < STRIP; v += COUNT) {
        sums(dy, x, c, v, rows, strip, gain, dGain, dBias, along, level);
      }
      divide(along, freedom);
      divide(level, rows);
      write(dy, x, c, rows, strip, gain, along, level, dx);
    }
  }

  /// `Σ dy·y` and `Σ dy`, then both of `dy·gain`, of a vector of the strip.
  private static void sums(
      Matrix dy,
      Matrix x,
      int c,
      int v,
      int rows,
      Standards strip,
      Matrix gain,
      Matrix dGain,
      Matrix dBias,
      float[] along,
      float[] level) {
    int from = x.index(0, c + v);
    int above = dy.index(0, c + v);
    FloatVector means = fromArray(SPECIES, strip.means(), strip.first() + v);
    FloatVector scales = fromArray(SPECIES, strip.scales(), strip.first() + v);
    FloatVector gains = fromArray(SPECIES, gain.data(), gain.index(0, c + v));
    FloatVector products = FloatVector.zero(SPECIES);
    FloatVector plain = FloatVector.zero(SPECIES);
    FloatVector scaledProducts = FloatVector.zero(SPECIES);
    FloatVector scaled = FloatVector.zero(SPECIES);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      FloatVector sumOfProducts = FloatVector.zero(SPECIES);
      FloatVector sum = FloatVector.zero(SPECIES);
      FloatVector sumOfScaledProducts = FloatVector.zero(SPECIES);
      FloatVector sumOfScaled = FloatVector.zero(SPECIES);
      int end = Math.min(begin + Reductions.CHUNK, rows);
      for (int r = begin; r < end; r++) {
        FloatVector each = fromArray(SPECIES, dy.data(), above + r * dy.rowStride());
        FloatVector y =
            fromArray(SPECIES, x.data(), from + r * x.rowStride()).sub(means).mul(scales);
        FloatVector d = each.mul(gains);
        sumOfProducts = sumOfProducts.add(each.mul(y));
        sum = sum.add(each);
        sumOfScaledProducts = sumOfScaledProducts.add(d.mul(y));
        sumOfScaled = sumOfScaled.add(d);
      }
      products = products.add(sumOfProducts);
      plain = plain.add(sum);
      scaledProducts = scaledProducts.add(sumOfScaledProducts);
      scaled = scaled.add(sumOfScaled);
    }
    products.intoArray(dGain.data(), dGain.index(0, c + v));
    plain.intoArray(dBias.data(), dBias.index(0, c + v));
    scaledProducts.intoArray(along, v);
    scaled.intoArray(level, v);
  }

  private static void write(
      Matrix dy,
      Matrix x,
      int c,
      int rows,
      Standards strip,
      Matrix gain,
      float[] along,
      float[] level,
      Matrix dx) {
    for (int v = 0; v < STRIP; v += COUNT) {
      int from = x.index(0, c + v);
      int above = dy.index(0, c + v);
      int to = dx.index(0, c + v);
      FloatVector means = fromArray(SPECIES, strip.means(), strip.first() + v);
      FloatVector scales = fromArray(SPECIES, strip.scales(), strip.first() + v);
      FloatVector gains = fromArray(SPECIES, gain.data(), gain.index(0, c + v));
      FloatVector alongs = fromArray(SPECIES, along, v);
      FloatVector levels = fromArray(SPECIES, level, v);
      for (int r = 0; r < rows; r++) {
        FloatVector y =
            fromArray(SPECIES, x.data(), from + r * x.rowStride()).sub(means).mul(scales);
        fromArray(SPECIES, dy.data(), above + r * dy.rowStride())
            .mul(gains)
            .sub(levels)
            .sub(y.mul(alongs))
            .mul(scales)
            .intoArray(dx.data(), to + r * dx.rowStride());
      }
    }
  }

  private static void means(float[] x, int from, int stride, int rows, float[] out) {
    Arrays.fill(out, 0);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      FloatVector sum = FloatVector.zero(SPECIES);
      FloatVector more = FloatVector.zero(SPECIES);
      int end = Math.min(begin + Reductions.CHUNK, rows);
      for (int r = begin; r < end; r++) {
        int i = from + r * stride;
        sum = sum.add(fromArray(SPECIES, x, i));
        more = more.add(fromArray(SPECIES, x, i + COUNT));
      }
      add(sum, out, 0);
      add(more, out, COUNT);
    }
    divide(out, rows);
  }

  private static void variances(
      float[] x, int from, int stride, int rows, int correction, float[] mean, float[] out) {
    FloatVector means = fromArray(SPECIES, mean, 0);
    FloatVector moreMeans = fromArray(SPECIES, mean, COUNT);
    Arrays.fill(out, 0);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      FloatVector sum = FloatVector.zero(SPECIES);
      FloatVector more = FloatVector.zero(SPECIES);
      int end = Math.min(begin + Reductions.CHUNK, rows);
      for (int r = begin; r < end; r++) {
        int i = from + r * stride;
        FloatVector centred = fromArray(SPECIES, x, i).sub(means);
        FloatVector moreCentred = fromArray(SPECIES, x, i + COUNT).sub(moreMeans);
        sum = sum.add(centred.mul(centred));
        more = more.add(moreCentred.mul(moreCentred));
      }
      add(sum, out, 0);
      add(more, out, COUNT);
    }
    divide(out, Math.max(rows - correction, 0));
  }

  /// A chunk's sums on top of those before it.
  private static void add(FloatVector chunk, float[] sums, int at) {
    fromArray(SPECIES, sums, at).add(chunk).intoArray(sums, at);
  }

  private static void divide(float[] strip, int by) {
    for (int v = 0; v < STRIP; v += COUNT) {
      fromArray(SPECIES, strip, v).div(by).intoArray(strip, v);
    }
  }
}
