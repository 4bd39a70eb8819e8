package io.journeystreams.registry;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts, and gives for the same one the same object where it was read a short while ago: devices, pages, kinds of event come again
 * with each event of a visit, which is kept for days. A table of fixed size, in which a text makes room for the next one with its place.
 * For one thread.
 */
final class RecurringTexts {

    /** A power of two; with texts of the usual length about 1 MB. */
    private static final int PLACES = 8 * 1024;

    /** Longer texts are read as they are: few of them come again. */
    private static final int LONGEST_BYTES = 128;

    private final @Nullable Known[] places = new Known[PLACES];
    private Utf8 scratch = new Utf8();

    /** The next text of the input. */
    String read(BinaryDecoder in) throws IOException {
        scratch = in.readString(scratch);
        return scratch.getByteLength() > LONGEST_BYTES ? scratch.toString() : known(scratch);
    }

    private String known(Utf8 text) {
        int place = place(text);
        Known there = places[place];
        if (there != null && there.is(text)) {
            return there.text;
        }
        Known next = new Known(text);
        places[place] = next;
        return next.text;
    }

    private static int place(Utf8 text) {
        byte[] bytes = text.getBytes();
        int hash = 0;
        for (int i = 0; i < text.getByteLength(); i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    /** A text and its bytes. */
    private static final class Known {

        private final byte[] written;
        private final String text;

        Known(Utf8 read) {
            written = Arrays.copyOf(read.getBytes(), read.getByteLength());
            text = read.toString();
        }

        boolean is(Utf8 other) {
            return Arrays.equals(written, 0, written.length, other.getBytes(), 0, other.getByteLength());
        }
    }
}
