package io.gradus.experiments.figure;

import java.util.List;

/// Colours that people with any colour vision tell apart, also in print.
///
/// The eight of Okabe and Ito (2008), the yellow left out, which is too light for lines on white.
public final class Palette {
  /// Text and axes.
  public static final String INK = "#222222";

  /// What stands behind the numbers, such as grid lines.
  public static final String FAINT = "#dddddd";

  /// What is shown beside the thing itself.
  public static final String GREY = "#888888";

  /// The darkest cell of a heat map and of a drawing's lines above 0.
  public static final String BLUE = "#0072b2";

  /// Below 0, where blue is above.
  public static final String ORANGE = "#d55e00";

  private static final List<String> COLOURS =
      List.of(BLUE, ORANGE, "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  /// From nothing to everything: white over light blue to dark blue.
  private static final int[][] RAMP = {{255, 255, 255}, {107, 174, 214}, {8, 48, 107}};

  private Palette() {}

  /// The colour of the line at this place, from 0; after the last one the first again.
  public static String colour(int place) {
    return COLOURS.get(place % COLOURS.size());
  }

  /// The colour of a share in [0, 1], the darker the more.
  static String ramp(double share) {
    double place = Math.clamp(share, 0, 1) * (RAMP.length - 1);
    int below = Math.min((int) place, RAMP.length - 2);
    var colour = new StringBuilder("#");
    for (int channel = 0; channel < 3; channel++) {
      double from = RAMP[below][channel];
      long mixed = Math.round(from + (place - below) * (RAMP[below + 1][channel] - from));
      colour.append(Character.forDigit((int) mixed / 16, 16));
      colour.append(Character.forDigit((int) mixed % 16, 16));
    }
    return colour.toString();
  }

  /// The colour of text on a cell of a ramp.
  static String onRamp(double share) {
    return share > 0.55 ? "#ffffff" : INK;
  }
}
