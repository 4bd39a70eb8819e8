package io.journeystreams.reset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stores of an instance on this machine.
 *
 * @param directory of the group within the state directory
 */
public record LocalState(Path directory) {

    /** Kafka Streams holds a lock on it as long as a processor uses the directory. */
    private static final String IN_USE = ".lock";

    public boolean isThere() {
        return Files.isDirectory(directory);
    }

    /** Some process works on it. */
    public boolean isInUse() throws IOException {
        try (FileChannel file = FileChannel.open(directory.resolve(IN_USE), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes it with all that is in it. */
    public void delete() throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(directory)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
