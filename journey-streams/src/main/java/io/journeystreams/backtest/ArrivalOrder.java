package io.journeystreams.backtest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The events of all files by record timestamp, then file, then line. A file that is in this order is read as it is used;
 * another one is held in memory.
 */
final class ArrivalOrder implements Closeable {

    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(Cursor.ORDER);

    private ArrivalOrder() {}

    static ArrivalOrder of(List<EventFile> files, InputSurvey survey) throws IOException {
        ArrivalOrder order = new ArrivalOrder();
        try {
            for (int rank = 0; rank < files.size(); rank++) {
                EventFile file = files.get(rank);
                boolean isOrdered = !survey.unordered().contains(file);
                order.take(isOrdered ? new FileCursor(rank, file) : new SortedCursor(rank, file));
            }
            return order;
        } catch (IOException | RuntimeException e) {
            order.close();
            throw e;
        }
    }

    Optional<Arrival> next() throws IOException {
        Cursor first = cursors.poll();
        if (first == null) {
            return Optional.empty();
        }
        Optional<Arrival> arrival = first.head;
        take(first);
        return arrival;
    }

    private void take(Cursor cursor) throws IOException {
        cursor.head = cursor.read();
        if (cursor.head.isPresent()) {
            cursors.add(cursor);
        } else {
            cursor.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Cursor cursor : cursors) {
            cursor.close();
        }
    }

    /** Stands at the next event of a file. */
    private abstract static class Cursor implements Closeable {

        static final Comparator<Cursor> ORDER = Comparator.comparingLong(
                        (Cursor cursor) -> cursor.head.orElseThrow().recordTimestampMs())
                .thenComparingInt(cursor -> cursor.rank);

        private final int rank;
        private Optional<Arrival> head = Optional.empty();

        Cursor(int rank) {
            this.rank = rank;
        }

        abstract Optional<Arrival> read() throws IOException;
    }

    private static final class FileCursor extends Cursor {

        private final CanonicalEvents events;

        FileCursor(int rank, EventFile file) throws IOException {
            super(rank);
            this.events = CanonicalEvents.open(file, CanonicalEvents.BadRows.IGNORED);
        }

        @Override
        Optional<Arrival> read() throws IOException {
            return events.next();
        }

        @Override
        public void close() throws IOException {
            events.close();
        }
    }

    private static final class SortedCursor extends Cursor {

        private final Deque<Arrival> events;

        SortedCursor(int rank, EventFile file) throws IOException {
            super(rank);
            this.events = sorted(file);
        }

        private static Deque<Arrival> sorted(EventFile file) throws IOException {
            List<Arrival> arrivals = new ArrayList<>();
            try (CanonicalEvents events = CanonicalEvents.open(file, CanonicalEvents.BadRows.IGNORED)) {
                for (Optional<Arrival> next = events.next(); next.isPresent(); next = events.next()) {
                    arrivals.add(next.get());
                }
            }
            arrivals.sort(Comparator.comparingLong(Arrival::recordTimestampMs));
            return new ArrayDeque<>(arrivals);
        }

        @Override
        Optional<Arrival> read() {
            return Optional.ofNullable(events.poll());
        }

        @Override
        public void close() {
            events.clear();
        }
    }
}
