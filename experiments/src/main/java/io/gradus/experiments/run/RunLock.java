package io.gradus.experiments.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// The right to write one run, held by one process at a time through a locked file beside the run's
/// folder. A process that dies loses it.
final class RunLock implements AutoCloseable {
  /// What this process holds: closing a second channel to a file would give up the first one's
  /// lock.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /// Enough that two processes in the same moment do not choose the same.
  private static final int MARKS = 1 << 24;

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock for a run's folder; a [RunException] where another process has it.
  static RunLock take(Path target) {
    return take(target, target + " is being run by another process");
  }

  /// Takes a lock; a [RunException] of these words where another process has it.
  static RunLock take(Path target, String held) {
    Path whole = target.toAbsolutePath().normalize();
    Path file = whole.resolveSibling("." + whole.getFileName() + ".lock");
    if (!HELD.add(file)) {
      throw new RunException(held);
    }
    try {
      while (true) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
          channel.close();
          HELD.remove(file);
          throw new RunException(held);
        }
        if (isStill(file, channel)) {
          return new RunLock(file, channel);
        }
        channel.close(); // its owner deleted it between our opening and locking it
      }
    } catch (IOException e) {
      HELD.remove(file);
      throw RunDirectory.cannotWrite(file, e);
    }
  }

  /// Whether the name still leads to the file that is locked: its size is made a mark. A size can
  /// be asked for by name; opening the file to read a mark and closing it again would give up the
  /// lock.
  private static boolean isStill(Path file, FileChannel channel) throws IOException {
    int size = 1 + ThreadLocalRandom.current().nextInt(MARKS);
    channel.truncate(0).write(ByteBuffer.wrap(new byte[] {0}), size - 1);
    try {
      return Files.size(file) == size;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
