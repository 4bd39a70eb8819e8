package io.journeystreams.mining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Something that the log says of a case or of an event. Keys are published; they stay.
 *
 * @param value as text, in the form that XML Schema has for the type; empty where nothing is known
 */
record LogField<T>(String key, ValueType type, Function<T, Optional<String>> value) {

    /** What a case is told apart by. */
    static final LogField<JourneyCase> CASE =
            new LogField<>("concept:name", ValueType.STRING, journey -> Optional.of(journey.name()));

    /** What else is said of a case. */
    static final List<LogField<JourneyCase>> OF_CASE = List.of(
            new LogField<>("entryChannel", ValueType.STRING, JourneyCase::entryChannel),
            new LogField<>("missionNumber", ValueType.INT, journey -> text(journey.missionNumber())),
            new LogField<>("startKnown", ValueType.BOOLEAN, journey -> text(journey.isStartKnown())),
            new LogField<>(
                    "ended", ValueType.BOOLEAN, journey -> journey.ended().map(String::valueOf)));

    static final List<LogField<Move>> OF_EVENT = List.of(
            new LogField<>("concept:name", ValueType.STRING, move -> Optional.of(move.to())),
            new LogField<>("time:timestamp", ValueType.DATE, move -> time(move.atMs())),
            new LogField<>("lifecycle:transition", ValueType.STRING, move -> Optional.of("complete")),
            new LogField<>("from", ValueType.STRING, Move::from),
            new LogField<>("direction", ValueType.STRING, move -> Optional.of(move.direction())),
            new LogField<>("rule", ValueType.STRING, move -> Optional.of(move.rule())),
            new LogField<>("channel", ValueType.STRING, Move::channel),
            new LogField<>("device", ValueType.STRING, Move::device),
            new LogField<>("visit", ValueType.INT, move -> Optional.of(String.valueOf(move.visit()))),
            new LogField<>("conformant", ValueType.BOOLEAN, move -> text(move.conformant())),
            new LogField<>("goalReached", ValueType.BOOLEAN, move -> text(move.goalReached())),
            new LogField<>("buyerJourney", ValueType.BOOLEAN, move -> text(move.buyerJourney())),
            new LogField<>("reason", ValueType.STRING, Move::reason));

    /** An offset in figures: some readers know no Z. */
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Optional<String> of(T subject) {
        return value.apply(subject);
    }

    private static Optional<String> time(long ms) {
        return Optional.of(ISO.format(Instant.ofEpochMilli(ms)));
    }

    private static Optional<String> text(boolean claim) {
        return Optional.of(String.valueOf(claim));
    }

    private static Optional<String> text(OptionalLong number) {
        return number.isPresent() ? Optional.of(String.valueOf(number.getAsLong())) : Optional.empty();
    }
}
