package each;

import io.gradus.experiments.tracking.Tracker;
import io.gradus.experiments.tracking.TrackerSpec;
import io.gradus.plugin.Doc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Counts what it is told.
@Doc("how many numbers a run recorded, in tally.txt")
public record Tally() implements TrackerSpec {
  @Override
  public Tracker open(Path folder, int step) {
    int[] told = new int[1];
    return new Tracker() {
      @Override
      public void recorded(int step, String name, double value) {
        told[0]++;
      }

      @Override
      public void ended(String status) throws IOException {
        Files.writeString(folder.resolve("tally.txt"), told[0] + " numbers, " + status + "\n");
      }
    };
  }
}
