package io.gradus.kernels;

/// The numbers of [FloatMath], for whoever repeats its operations in vectors.
///
/// The polynomials are minimax fits of our own: Lawson's iteratively reweighted least squares over
/// Chebyshev nodes, 40 digits in the function, then rounded to floats. `X_n` is the coefficient of
/// the n-th power. The errors given are those of the polynomial alone, of 2⁻²³ (about 1 ulp).
public final class FloatPolynomials {
  private FloatPolynomials() {}

  /// `1 / ln 2`.
  public static final float LOG2_E = 1.442695f;

  /// `1.5 · 2²³`: a small number added to it is rounded to an integer, which stands in its low
  /// bits.
  public static final float ROUND = 0x1.8p23f;

  /// `ln 2`, cut to a float.
  public static final float LN2_HIGH = 0.6931472f;

  /// What [#LN2_HIGH] lacks.
  public static final float LN2_LOW = -1.9046542e-9f;

  /// `q(r) = (eʳ - 1 - r) / r²` for `|r| <= ln 2 / 2`; 0.11 against `expm1`, 0.04 against `exp`.
  public static final float EXP_0 = 0.5f;

  public static final float EXP_1 = 0.16666543f;
  public static final float EXP_2 = 0.04166628f;
  public static final float EXP_3 = 0.008366611f;
  public static final float EXP_4 = 0.0013946497f;

  /// Beyond it `eˣ` is infinite; the arithmetic itself overflows from 88.73 on.
  public static final float EXP_OVERFLOW = 89;

  /// Below it `eˣ` is 0; the arithmetic itself rounds to 0 from -103.98 on.
  public static final float EXP_UNDERFLOW = -104;

  /// Below it `eˣ - 1` is -1.
  public static final float EXPM1_SATURATED = -18;

  /// Above it `1 / (1 + eˣ)` is computed in numbers scaled by [#SIGMOID_SCALE].
  public static final float SIGMOID_LARGE = 64;

  public static final float SIGMOID_SCALE = 0x1p-64f;

  /// `T(s) = (tanh √s / √s - 1) / s` for `s <= 0.65²`; 0.06 against `tanh`.
  public static final float TANH_0 = -0.3333326f;

  public static final float TANH_1 = 0.1333083f;
  public static final float TANH_2 = -0.053688023f;
  public static final float TANH_3 = 0.020469422f;
  public static final float TANH_4 = -0.0055151656f;

  /// Up to here `tanh` is a polynomial.
  public static final float TANH_NEAR = 0.65f;

  /// From here on `tanh x` is 1.
  public static final float TANH_SATURATED = 10;

  /// Below it, `eˣ - 1`, `ln (1 + x)` and `x` are the same float.
  public static final float TINY = 0x1p-25f;

  /// The bits of `√½`, where the mantissas of [FloatMath#log] begin.
  public static final int SQRT_HALF = 0x3f3504f3;

  /// `P(f) = (ln (1 + f) - f + f²/2) / f³` for `√½ <= 1 + f < √2`; 0.05.
  public static final float LOG_0 = 0.3333333f;

  public static final float LOG_1 = -0.25000823f;
  public static final float LOG_2 = 0.20001231f;
  public static final float LOG_3 = -0.16623251f;
  public static final float LOG_4 = 0.14201562f;
  public static final float LOG_5 = -0.1316109f;
  public static final float LOG_6 = 0.12763509f;
  public static final float LOG_7 = -0.07634457f;

  /// From here on 1 is lost in `1 + x`, and so is what the sum rounds off.
  public static final float LOG1P_LARGE = 0x1p26f;

  /// `E(s) = erf(√s) / √s - 1` for `s <= 1`; 0.01.
  public static final float ERF_0 = 0.12837917f;

  public static final float ERF_1 = -0.37612626f;
  public static final float ERF_2 = 0.112835854f;
  public static final float ERF_3 = -0.026853811f;
  public static final float ERF_4 = 0.0051883277f;
  public static final float ERF_5 = -0.00080101937f;
  public static final float ERF_6 = 7.8538615e-5f;

  /// From here on `erf x` is 1.
  public static final float ERF_SATURATED = 4;

  /// `G(x) = ln (1 - erf x) / x + 1` for `1 <= x <= 4`; 0.01 against `erf`.
  public static final float ERFC_0 = -0.12869376f;

  public static final float ERFC_1 = -0.63497174f;
  public static final float ERFC_2 = -0.10652738f;
  public static final float ERFC_3 = 0.024007192f;
  public static final float ERFC_4 = -0.0037561706f;
  public static final float ERFC_5 = 0.00035028267f;
  public static final float ERFC_6 = -1.3932601e-5f;
}
