package io.gradus.experiments.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Axis STEP = Axis.linear("step");
  private static final Axis LOSS = Axis.linear("loss");

  private static String svg(Panel... panels) {
    return new Picture("A title", "What is seen", List.of(panels), List.of("a note")).svg();
  }

  private static Line line(double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return new Line("", x, y, Palette.BLUE, 2);
  }

  /// From 0 to 10 the axis has ticks at 0, 2, ..., 10 and goes over 864 pixels from 76.
  @Test
  void aLineGoesFromOneEndOfTheAxisToTheOther() {
    Chart chart = Chart.of("", STEP, LOSS);
    SvgFile file =
        new SvgFile(
            svg(chart.with(new Line("", new double[] {0, 10}, new double[] {1, 2}, "", 1))));
    String points = file.attributes("polyline", "points").getFirst();
    assertThat(points).startsWith("76,").contains(" 940,");
    assertThat(file.texts()).contains("0", "2", "4", "6", "8", "10", "step", "loss", "a note");
  }

  @Test
  void powersOfTenAreEquallyFarApart() {
    Chart chart = Chart.of("", STEP, Axis.log10("loss")).with(line(1, 10, 100, 1000));
    String[] points =
        new SvgFile(svg(chart)).attributes("polyline", "points").getFirst().split(" ", -1);
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      y[i] = Double.parseDouble(points[i].split(",", -1)[1]);
    }
    assertThat(y[0] - y[1]).isCloseTo(y[1] - y[2], org.assertj.core.api.Assertions.within(0.02));
    assertThat(y[2]).isGreaterThan(y[3]);
    assertThat(new SvgFile(svg(chart)).texts()).contains("1", "10", "100", "1,000");
  }

  @Test
  void whatIsNotFiniteHasNoPlace() {
    Chart chart =
        Chart.of("", STEP, LOSS)
            .with(line(1, 2, Double.NaN, 3, 4, Double.POSITIVE_INFINITY, 5))
            .with(new Mark("ab", Double.NaN, 1, Palette.BLUE))
            .with(new Guide(Double.NaN, "no line"))
            .with(
                new Band(
                    "",
                    new double[] {0, 1},
                    new double[] {0, Double.NaN},
                    new double[] {1, 1},
                    "#fff"));
    String svg = svg(chart);
    assertThat(svg).doesNotContain("NaN", "Infinity");
    SvgFile file = new SvgFile(svg);
    assertThat(file.count("polyline")).isEqualTo(2); // the line is broken
    assertThat(file.count("circle")).isEqualTo(1); // and 5 stands alone
  }

  @Test
  void whatIsNotAboveZeroHasNoPlaceOnALogarithmicAxis() {
    String svg = svg(Chart.of("", STEP, Axis.log10("loss")).with(line(0, 1, 10, -1)));
    assertThat(svg).doesNotContain("NaN", "Infinity");
    assertThat(new SvgFile(svg).attributes("polyline", "points").getFirst().split(" ", -1))
        .hasSize(2);
  }

  @Test
  void anEmptyChartAndOneNumberAreDrawnToo() {
    assertThat(svg(Chart.of("", STEP, LOSS))).doesNotContain("NaN");
    assertThat(svg(Chart.of("", STEP, LOSS).with(line(3)))).doesNotContain("NaN");
    assertThat(svg(Chart.of("", STEP, Axis.log10("")).with(line(3)))).doesNotContain("NaN");
  }

  @Test
  void aGuideIsDashedAndSaysWhatItIs() {
    SvgFile file =
        new SvgFile(svg(Chart.of("", STEP, LOSS).with(line(1, 2)).with(new Guide(1.5, "here"))));
    assertThat(file.texts()).contains("here");
  }

  @Test
  void whatHasANameStandsInTheLegend() {
    Chart chart = Chart.of("", STEP, LOSS);
    for (int i = 0; i < 40; i++) {
      chart =
          chart.with(
              new Line(
                  "line " + i, new double[] {0, 1}, new double[] {0, i}, Palette.colour(i), 1));
    }
    assertThat(new SvgFile(svg(chart)).texts()).contains("line 0", "and 22 more");
  }

  @Test
  void markupInWordsIsText() {
    String words = "<a & \"b\">\u0001";
    String svg = new Picture(words, words, List.of(), List.of(words)).svg();
    assertThat(new SvgFile(svg).texts()).containsOnly("<a & \"b\">\ufffd");
  }

  /// The largest of four cells is dark and has white words; 0 is white.
  @Test
  void theMostIsTheDarkest() {
    HeatMap map =
        new HeatMap(
            List.of("a", "b"),
            List.of("c", "d"),
            new double[][] {{0, 5}, {10, 2.5}},
            List.of(List.of("ac", "ad"), List.of("bc", "bd")),
            "counts");
    SvgFile file = new SvgFile(svg(map));
    assertThat(file.attributes("rect", "fill").subList(1, 5))
        .containsExactly("#ffffff", "#6baed6", "#08306b", "#b5d7eb");
    assertThat(file.texts()).contains("ac", "0", "bd", "2.5", "10", "counts");
  }

  @Test
  void theBytesAreTheSameInEveryLanguage() {
    Panel chart = Chart.of("", STEP, LOSS).with(line(1.5, 2.25, 20_000));
    String first = svg(chart);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(svg(chart)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aNetworkHasACircleForEachUnitAndALineForEachWeight() {
    var network =
        new UnitColumns(
            List.of(
                new UnitColumns.Column("x", List.of("1", "2")),
                new UnitColumns.Column("y", List.of("3"))),
            List.<double[][]>of(new double[][] {{2, -4}}),
            List.<double[][]>of(new double[][] {{1, 0}}));
    SvgFile file = new SvgFile(svg(network));
    assertThat(file.count("circle")).isEqualTo(3);
    assertThat(file.attributes("line", "stroke")).containsExactly(Palette.BLUE, Palette.ORANGE);
    assertThat(file.attributes("line", "stroke-width")).containsExactly("4.5", "8.5");
  }
}
