package io.gradus.experiments.figure;

import java.util.List;
import java.util.Locale;

/// A drawing: a title, panels one below the other, and notes at the foot.
///
/// @param title what is seen, on one line
/// @param description the same in words, for those who do not see it
/// @param notes what a reader has to know, a line each
public record Picture(String title, String description, List<Panel> panels, List<String> notes) {
  /// The width of every picture, in pixels.
  public static final int WIDTH = 960;

  private static final int HEAD = 44;
  private static final int NOTE = 18;

  public Picture {
    panels = List.copyOf(panels);
    notes = List.copyOf(notes);
  }

  /// The whole file.
  public String svg() {
    var canvas = new Canvas();
    canvas.text(20, 28, Canvas.Anchor.START, 18, Palette.INK, title);
    int top = HEAD;
    for (Panel panel : panels) {
      panel.draw(canvas, top);
      top += panel.height();
    }
    for (String note : notes) {
      top += NOTE;
      canvas.text(20, top, Canvas.Anchor.START, 12, Palette.INK, note);
    }
    int height = top + NOTE;
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif">
          <title>%s</title>
          <desc>%s</desc>
          <rect width="%d" height="%d" fill="#ffffff"/>
        %s</svg>
        """,
        WIDTH,
        height,
        WIDTH,
        height,
        Canvas.escaped(title),
        Canvas.escaped(description),
        WIDTH,
        height,
        canvas.elements());
  }
}
