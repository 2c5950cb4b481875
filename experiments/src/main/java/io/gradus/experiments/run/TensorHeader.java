package io.gradus.experiments.run;

import io.gradus.experiments.run.TensorFile.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The header of a safetensors file, in which every byte of the numbers belongs to one tensor.
///
/// @param places by the tensors' names
/// @param metadata texts by name
record TensorHeader(SortedMap<String, Place> places, SortedMap<String, String> metadata) {
  /// More of a name does not help in a message.
  private static final int LONGEST = 100;

  /// Throws an [IllegalArgumentException] where a tensor has not the bytes that it says, or a byte
  /// has no tensor.
  ///
  /// @param room how many bytes follow the header
  void requireFit(long room) {
    places.forEach((name, place) -> requireFit(name, place, room));
    List<Map.Entry<String, Place>> inOrder = new ArrayList<>(places.entrySet());
    inOrder.sort(
        Comparator.<Map.Entry<String, Place>>comparingLong(entry -> entry.getValue().begin())
            .thenComparingLong(entry -> entry.getValue().end()));
    long at = 0;
    for (var entry : inOrder) {
      Place place = entry.getValue();
      require(
          place.begin() >= at,
          "'%s' begins at byte %d, within another tensor",
          shown(entry.getKey()),
          place.begin());
      require(place.begin() == at, "bytes %d to %d belong to no tensor", at, place.begin());
      at = place.end();
    }
    require(at == room, "bytes %d to %d belong to no tensor", at, room);
  }

  private static void requireFit(String name, Place place, long room) {
    require(
        place.begin() <= place.end(),
        "'%s' begins at byte %d and ends before it, at %d",
        shown(name),
        place.begin(),
        place.end());
    require(
        place.end() <= room,
        "'%s' ends at byte %d of the numbers, and %d bytes are there",
        shown(name),
        place.end(),
        room);
    long size = size(name, place, room);
    require(
        size == place.end() - place.begin(),
        "'%s' is %s, which takes %d bytes, and has %d",
        shown(name),
        place.inWords(),
        size,
        place.end() - place.begin());
    require(
        size <= TensorFile.LARGEST_TENSOR,
        "'%s' has %d bytes, more than the %d that one tensor may have here",
        shown(name),
        size,
        TensorFile.LARGEST_TENSOR);
  }

  /// The bytes that a shape takes, at most those of the file.
  private static long size(String name, Place place, long room) {
    if (Arrays.stream(place.shape()).anyMatch(axis -> axis == 0)) {
      return 0;
    }
    long size = TensorBytes.WIDTHS.getOrDefault(place.dtype(), 0);
    for (long axis : place.shape()) {
      require(
          size <= room / axis, "'%s' is %s, larger than the file", shown(name), place.inWords());
      size *= axis;
    }
    return size;
  }

  /// A name of the file that fits into a message, with what a terminal would obey written out.
  static String shown(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
    var out = new StringBuilder();
    cut.chars()
        .forEach(c -> {
          boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
          out.append(plain ? Character.toString((char) c) : "\\u%04x".formatted(c));
        });
    return out.toString();
  }

  static void require(boolean condition, String otherwise, Object... words) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise.formatted(words));
    }
  }
}
