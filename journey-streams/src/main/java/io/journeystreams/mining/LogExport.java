package io.journeystreams.mining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the event log. What was told is laid aside in temporary files, first by transition, to see what stands, then by case; a
 * file at a time is in memory: about {@value #RECORDS_IN_MEMORY} records, or a {@value #MOST_BUCKETS}th of the log if that is
 * more, and never less than one case. The same records in the same order give the same file, byte by byte.
 */
public final class LogExport {

    static final int RECORDS_IN_MEMORY = 20_000;

    /** All of them are open at once, and systems allow a thousand files. */
    static final int MOST_BUCKETS = 256;

    private static final Comparator<JourneyCase> BY_BEGINNING =
            Comparator.comparingLong(JourneyCase::beganAtMs).thenComparing(JourneyCase::name);

    private final LogRequest request;
    private long records;
    private long replaced;
    private long superseded;
    private long retracted;
    private long outside;
    private long cases;
    private long events;
    private long startUnknown;

    private LogExport(LogRequest request) {
        this.request = request;
    }

    /**
     * @throws java.nio.file.FileAlreadyExistsException if the file is there, and not to be replaced
     * @throws UnreadableTransitionException if a record is not what its contract says
     * @throws IOException if a file cannot be read or written; nothing is left behind
     */
    public static LogSummary run(LogRequest request, TransitionSource source) throws IOException {
        try (NewFile file = NewFile.create(request.out(), request.isReplacing())) {
            LogExport export = new LogExport(request);
            export.write(source, file);
            file.finish();
            return export.summary();
        }
    }

    private void write(TransitionSource source, NewFile file) throws IOException {
        int count = bucketsFor(source.size());
        try (Buckets byTransition = new Buckets(file.workplace(), "transitions", count);
                Buckets byCase = new Buckets(file.workplace(), "cases", count)) {
            source.read(request.layer(), move -> layAside(move, byTransition));
            byTransition.drain(bucket -> keepStanding(bucket, byCase));
            LogWriter log = request.format().to(file.writer());
            log.begin();
            byCase.drain(bucket -> writeCases(bucket, log));
            log.end();
        }
    }

    static int bucketsFor(long records) {
        return (int) Math.min(MOST_BUCKETS, 1 + records / RECORDS_IN_MEMORY);
    }

    private void layAside(Move move, Buckets byTransition) throws IOException {
        records++;
        byTransition.add(move.id(), move);
        for (String id : move.supersedes()) {
            byTransition.add(id, move.superseding(id));
        }
    }

    private void keepStanding(List<Told> bucket, Buckets byCase) throws IOException {
        Standing.Result standing = Standing.of(bucket);
        replaced += standing.replaced();
        superseded += standing.superseded();
        retracted += standing.retracted();
        for (Move move : standing.moves()) {
            byCase.add(move.caseKey(), move);
        }
    }

    private void writeCases(List<Told> bucket, LogWriter log) throws IOException {
        List<JourneyCase> journeys = grouped(bucket).stream()
                .map(moves -> JourneyCase.of(request.layer(), moves))
                .sorted(BY_BEGINNING)
                .toList();
        for (JourneyCase journey : journeys) {
            write(journey, log);
        }
    }

    private static Collection<List<Move>> grouped(List<Told> bucket) {
        Map<String, List<Move>> byCase = new LinkedHashMap<>();
        for (Told told : bucket) {
            if (told instanceof Move move) {
                byCase.computeIfAbsent(move.caseKey(), key -> new ArrayList<>()).add(move);
            }
        }
        return byCase.values();
    }

    private void write(JourneyCase journey, LogWriter log) throws IOException {
        if (!request.takes(journey)) {
            outside += journey.moves().size();
            return;
        }
        log.add(journey);
        cases++;
        events += journey.moves().size();
        startUnknown += journey.isStartKnown() ? 0 : 1;
    }

    private LogSummary summary() {
        return new LogSummary(records, replaced, superseded, retracted, outside, cases, events, startUnknown);
    }
}
