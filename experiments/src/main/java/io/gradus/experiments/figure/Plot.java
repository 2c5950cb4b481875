package io.gradus.experiments.figure;

/// The inside of a [Chart], where numbers have places.
public record Plot(Canvas canvas, Axis xAxis, Axis yAxis, Scale x, Scale y) {
  boolean hasPlace(double atX, double atY) {
    return Extent.hasPlace(xAxis, atX) && Extent.hasPlace(yAxis, atY);
  }

  /// `x,y ` in pixels.
  String point(double atX, double atY) {
    return Canvas.number(x.at(atX)) + "," + Canvas.number(y.at(atY)) + " ";
  }
}
