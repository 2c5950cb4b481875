package io.gradus.experiments.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// From numbers to pixels: the lowest number at `from`, the highest at `to`.
///
/// @param low the lowest number; its logarithm on a logarithmic scale, and so the highest
public record Scale(boolean logarithmic, double low, double high, double from, double to) {
  /// A number that is written beside an axis.
  public record Tick(double place, String label) {}

  /// A scale on which all of these numbers have a place.
  ///
  /// @param room what is left free at both ends, as a share
  static Scale of(Axis axis, Extent extent, double room, double from, double to) {
    boolean log = axis.logarithmic();
    double low = extent.isEmpty() ? 0 : log ? StrictMath.log10(extent.low()) : extent.low();
    double high = extent.isEmpty() ? 1 : log ? StrictMath.log10(extent.high()) : extent.high();
    double margin = room * (high - low);
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      margin = log || low == 0 ? 0.5 : 0.1 * Math.abs(low); // one number only
    }
    return new Scale(log, low - margin, high + margin, from, to);
  }

  /// Where a number stands.
  double at(double number) {
    double place = logarithmic ? StrictMath.log10(number) : number;
    return from + (place - low) / (high - low) * (to - from);
  }

  /// Round numbers, about so many.
  List<Tick> ticks(int about) {
    return logarithmic ? factors(about) : steps(about);
  }

  private List<Tick> steps(int about) {
    BigDecimal step = roundStep((high - low) / about);
    BigDecimal first = new BigDecimal(low).divide(step, 0, RoundingMode.CEILING);
    List<Tick> ticks = new ArrayList<>();
    BigDecimal number = first.multiply(step);
    while (number.doubleValue() <= high) {
      ticks.add(new Tick(at(number.doubleValue()), Digits.round(number)));
      number = number.add(step);
    }
    return ticks;
  }

  /// 1, 2 or 5 times a power of ten, the first that is not below.
  private static BigDecimal roundStep(double least) {
    BigDecimal exact = new BigDecimal(least);
    BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
    for (int factor : new int[] {1, 2, 5}) {
      BigDecimal step = ten.multiply(BigDecimal.valueOf(factor));
      if (step.doubleValue() >= least) {
        return step;
      }
    }
    return ten.scaleByPowerOfTen(1);
  }

  /// Powers of ten, and 2 and 5 times them where there are few.
  private List<Tick> factors(int about) {
    int every = Math.max(1, (int) Math.ceil((high - low) / about));
    int[] factors = high - low < 2.5 ? new int[] {1, 2, 5} : new int[] {1};
    List<Tick> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(low); power <= high; power++) {
      if (Math.floorMod(power, every) != 0) {
        continue;
      }
      for (int factor : factors) {
        BigDecimal number = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
        double place = StrictMath.log10(number.doubleValue());
        if (place >= low && place <= high) {
          ticks.add(new Tick(at(number.doubleValue()), Digits.round(number)));
        }
      }
    }
    return ticks;
  }
}
