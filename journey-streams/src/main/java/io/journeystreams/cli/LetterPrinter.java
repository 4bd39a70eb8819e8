package io.journeystreams.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.letters.DeadLetter;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Prints dead letters, without what is in them. */
final class LetterPrinter {

    private static final String ROW = "%-12s %-20s %-24s %-36s %9s %s%n";

    /** One object a line, or a table for people. */
    enum Format {
        TABLE,
        JSON
    }

    private final PrintWriter out;
    private final Format format;
    private final ObjectMapper json = new ObjectMapper();

    LetterPrinter(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
        if (format == Format.TABLE) {
            out.printf(ROW, "LETTER", "SINCE", "REASON", "FROM", "BYTES", "");
        }
    }

    void print(DeadLetter letter, boolean isRedriven) {
        if (format == Format.JSON) {
            out.println(object(letter, isRedriven));
        } else {
            out.printf(
                    ROW,
                    letter.position(),
                    Instant.ofEpochMilli(letter.atMs()).truncatedTo(ChronoUnit.SECONDS),
                    letter.reason(),
                    source(letter),
                    letter.size(),
                    remark(letter, isRedriven));
        }
    }

    /** Everything, personal data too: key and value in base 64. */
    String whole(DeadLetter letter, boolean isRedriven) {
        ObjectNode object = object(letter, isRedriven);
        object.put("key", base64(letter.record().key()));
        object.put("value", base64(letter.record().value()));
        return object.toString();
    }

    private ObjectNode object(DeadLetter letter, boolean isRedriven) {
        return json.createObjectNode()
                .put("letter", letter.position().toString())
                .put("at", Instant.ofEpochMilli(letter.atMs()).toString())
                .put("reason", letter.reason())
                .put("message", letter.message())
                .put("topic", letter.sourceTopic())
                .put("partition", letter.sourcePartition())
                .put("offset", letter.sourceOffset())
                .put(
                        "recordTimestamp",
                        Instant.ofEpochMilli(letter.originalAtMs()).toString())
                .put("bytes", letter.size())
                .put("redrives", letter.redrives())
                .put("redriven", isRedriven)
                .put("obstacle", letter.obstacle().orElse(null));
    }

    private static String source(DeadLetter letter) {
        return letter.sourceTopic() + "-" + letter.sourcePartition() + "@" + letter.sourceOffset();
    }

    private static String remark(DeadLetter letter, boolean isRedriven) {
        if (isRedriven) {
            return "redriven";
        }
        return letter.redrives() == 0 ? "" : "came back, " + letter.redrives() + ". time";
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
