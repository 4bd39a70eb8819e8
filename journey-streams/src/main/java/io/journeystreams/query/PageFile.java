package io.journeystreams.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the page, read once.
 *
 * @param version differs wherever the content does; written as an {@code ETag}, weak because it is the same packed and not
 * @param packed by gzip; empty where that saves little
 */
record PageFile(String contentType, String version, ByteBuffer plain, Optional<ByteBuffer> packed) {

    /** One network packet; what fits into it is not sent sooner for being smaller. */
    private static final int SMALL_BYTES = 1_400;

    private static final int VERSION_LETTERS = 16;

    /** @param in closed here */
    static PageFile read(String name, @Nullable InputStream in) {
        try (InputStream content = in) {
            if (content == null) {
                throw new NoSuchFileException(name);
            }
            byte[] bytes = content.readAllBytes();
            return new PageFile(
                    typeOf(name),
                    "W/\"" + digest(bytes).substring(0, VERSION_LETTERS) + "\"",
                    ByteBuffer.wrap(bytes),
                    bytes.length > SMALL_BYTES ? Optional.of(ByteBuffer.wrap(gzip(bytes))) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no file of the page: " + name);
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
