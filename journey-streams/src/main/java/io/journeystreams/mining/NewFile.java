package io.journeystreams.mining;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is there whole or not at all: written beside its place, in a hidden folder that only its owner may look into, and
 * moved there at the end. The folder, where other temporary files may be as well, goes with it; also when the process is stopped,
 * but not when it is killed.
 */
final class NewFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path place;
    private final boolean isReplacing;
    private final Path workplace;
    private final Path unfinished;
    private final OutputStream bytes;
    private final Writer writer;
    private final Thread sweeper = new Thread(this::sweep, "temporary files");

    private NewFile(Path place, boolean isReplacing, Path workplace) throws IOException {
        this.place = place;
        this.isReplacing = isReplacing;
        this.workplace = workplace;
        this.unfinished = workplace.resolve("log");
        Files.createFile(unfinished, ownerMay("rw-------"));
        this.bytes = Files.newOutputStream(unfinished);
        OutputStream buffered = new BufferedOutputStream(bytes, BUFFER_BYTES);
        OutputStream encoded = place.toString().endsWith(".gz") ? new GZIPOutputStream(buffered) : buffered;
        this.writer = new BufferedWriter(new OutputStreamWriter(encoded, StandardCharsets.UTF_8), BUFFER_BYTES);
        Runtime.getRuntime().addShutdownHook(sweeper);
    }

    /**
     * @param isReplacing what is in its place may be replaced
     * @throws FileAlreadyExistsException if something is there, and not to be replaced
     */
    static NewFile create(Path place, boolean isReplacing) throws IOException {
        boolean isThere = Files.exists(place);
        if (isThere && (!isReplacing || !Files.isRegularFile(place))) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Path absolute = place.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Path workplace = Files.createTempDirectory(folder, "." + absolute.getFileName() + "-", ownerMay("rwx------"));
        return new NewFile(absolute, isReplacing, workplace);
    }

    private static FileAttribute<?>[] ownerMay(String permissions) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** For further temporary files, of which none may be called {@code log}. */
    Path workplace() {
        return workplace;
    }

    /** UTF-8, compressed if the file's name ends in {@code .gz}. */
    Writer writer() {
        return writer;
    }

    /** Everything has been written. */
    void finish() throws IOException {
        writer.close();
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        if (isReplacing) {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(unfinished, place);
        }
    }

    /** What was not finished is gone. */
    @Override
    public void close() throws IOException {
        bytes.close();
        sweep();
        try {
            Runtime.getRuntime().removeShutdownHook(sweeper);
        } catch (IllegalStateException e) {
            // the process is being stopped, and the hook does what was done here
        }
    }

    private synchronized void sweep() {
        if (!Files.exists(workplace)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(workplace)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
