package io.journeystreams.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The directory in which the state is kept must outlive a restart, and be ours to write. */
final class StateDirectory {

    private static final List<Path> EMPTIED_ON_RESTART =
            List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"), Path.of("/run"));

    private StateDirectory() {}

    /** @throws Failure if systems empty the directory when they restart */
    static void requireLasting(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (EMPTIED_ON_RESTART.stream().anyMatch(absolute::startsWith)) {
            throw new Failure(
                    ExitCode.STATE_DIRECTORY,
                    "streams.stateDirectory: " + directory
                            + " is emptied when the machine restarts, and then everything is"
                            + " read from Kafka again; use a lasting one such as /var/lib/journey-streams");
        }
    }

    /** @throws Failure if the directory cannot be made or written */
    static void prepare(Path directory) {
        requireLasting(directory);
        try {
            Files.createDirectories(directory);
            requireLasting(directory.toRealPath());
            Files.delete(Files.createTempFile(directory, "write-", ".check"));
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.STATE_DIRECTORY,
                    "streams.stateDirectory: cannot write to " + directory + " ("
                            + e.getClass().getSimpleName() + "); create it and give it to the user that runs this",
                    e);
        }
    }

    /**
     * Name of the instance whose state this is, made up on first use: it stays over restarts, so that the group gives the
     * instance its partitions back instead of dealing them out anew.
     */
    static String instanceId(Path directory) {
        Path file = directory.resolve("instance-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, "journey-" + UUID.randomUUID());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.STATE_DIRECTORY, "streams.stateDirectory: cannot keep " + file + "; check its rights", e);
        }
    }
}
