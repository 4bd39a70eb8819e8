package io.journeystreams.mining;

import io.journeystreams.mining.Told.Position;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How what was told is laid aside in temporary files. No file outlives the export, so there is no version. */
final class ToldCodec {

    private static final byte MOVE = 0;
    private static final byte SUPERSEDING = 1;

    private ToldCodec() {}

    static void write(Told told, DataOutputStream out) throws IOException {
        if (told instanceof Move move) {
            out.writeByte(MOVE);
            writeHead(move, out);
            writeMove(move, out);
        } else if (told instanceof Superseding superseding) {
            out.writeByte(SUPERSEDING);
            writeHead(superseding, out);
            writeText(superseding.by(), out);
            out.writeInt(superseding.byRevision());
        }
    }

    /** @param kind the first byte, already read */
    static Told read(int kind, DataInputStream in) throws IOException {
        String id = readText(in);
        long emittedAtMs = in.readLong();
        Position position = new Position(in.readInt(), in.readLong());
        return kind == MOVE
                ? readMove(id, emittedAtMs, position, in)
                : new Superseding(id, readText(in), in.readInt(), emittedAtMs, position);
    }

    private static void writeHead(Told told, DataOutputStream out) throws IOException {
        writeText(told.id(), out);
        out.writeLong(told.emittedAtMs());
        out.writeInt(told.position().partition());
        out.writeLong(told.position().offset());
    }

    private static void writeMove(Move move, DataOutputStream out) throws IOException {
        out.writeInt(move.revision());
        out.writeBoolean(move.retracted());
        out.writeInt(move.supersedes().size());
        for (String superseded : move.supersedes()) {
            writeText(superseded, out);
        }
        writeText(move.caseKey(), out);
        writeOptional(move.from(), out);
        writeText(move.to(), out);
        writeText(move.direction(), out);
        out.writeLong(move.atMs());
        writeText(move.rule(), out);
        out.writeLong(move.visit());
        out.writeBoolean(move.missionNumber().isPresent());
        out.writeLong(move.missionNumber().orElse(0));
        writeOptional(move.entryChannel(), out);
        writeOptional(move.channel(), out);
        writeOptional(move.device(), out);
        out.writeBoolean(move.conformant());
        out.writeBoolean(move.goalReached());
        out.writeBoolean(move.buyerJourney());
        writeOptional(move.reason(), out);
    }

    private static Move readMove(String id, long emittedAtMs, Position position, DataInputStream in)
            throws IOException {
        return new Move(
                id,
                in.readInt(),
                in.readBoolean(),
                readTexts(in),
                emittedAtMs,
                position,
                readText(in),
                readOptional(in),
                readText(in),
                readText(in),
                in.readLong(),
                readText(in),
                in.readLong(),
                readOptionalNumber(in),
                readOptional(in),
                readOptional(in),
                readOptional(in),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                readOptional(in));
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(readText(in));
        }
        return texts;
    }

    private static OptionalLong readOptionalNumber(DataInputStream in) throws IOException {
        boolean isThere = in.readBoolean();
        long number = in.readLong();
        return isThere ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static void writeOptional(Optional<String> text, DataOutputStream out) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            writeText(text.get(), out);
        }
    }

    private static Optional<String> readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(readText(in)) : Optional.empty();
    }

    /** Not writeUTF: a text may be longer than that takes. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
