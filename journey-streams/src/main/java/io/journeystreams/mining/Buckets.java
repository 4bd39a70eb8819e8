package io.journeystreams.mining;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was told, divided over temporary files by a key, so that what belongs together is in one of them, and one at a time fits
 * into memory. The order of what has the same key is kept.
 */
final class Buckets implements Closeable {

    private static final int BUFFER_BYTES = 1 << 13;
    private static final int END = -1;

    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> outs = new ArrayList<>();

    /** @param count of files, all of which stay open until they are read */
    Buckets(Path directory, String name, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = directory.resolve(name + "-" + i);
            files.add(file);
            outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)));
        }
    }

    void add(String key, Told told) throws IOException {
        ToldCodec.write(told, outs.get(bucketOf(key)));
    }

    private int bucketOf(String key) {
        int hash = key.hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), outs.size());
    }

    /** Takes what is in one file. */
    interface Reader {
        void read(List<Told> bucket) throws IOException;
    }

    /** Hands out file by file, and deletes each when it has been read. Nothing can be added any more. */
    void drain(Reader reader) throws IOException {
        close();
        for (Path file : files) {
            reader.read(load(file));
            Files.delete(file);
        }
    }

    private static List<Told> load(Path file) throws IOException {
        List<Told> bucket = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            for (int kind = in.read(); kind != END; kind = in.read()) {
                bucket.add(ToldCodec.read(kind, in));
            }
        }
        return bucket;
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream out : outs) {
            out.close();
        }
    }
}
