package io.journeystreams.demo;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Lines for those who watch, each said when its time has come. Safe for threads. */
final class Announcements {

    private final PriorityQueue<Announcement> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Announcement::atMs).thenComparingInt(Announcement::number));
    private final Consumer<String> out;

    private int announced;

    private record Announcement(long atMs, int number, String line) {}

    Announcements(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Lines of the same time are said in the order in which they are given.
     *
     * @param ms epoch milliseconds
     */
    synchronized void at(long ms, String line) {
        waiting.add(new Announcement(ms, announced, line));
        announced++;
    }

    /** @param nowMs epoch milliseconds */
    synchronized void sayUntil(long nowMs) {
        for (Announcement next = waiting.peek(); next != null && next.atMs() <= nowMs; next = waiting.peek()) {
            out.accept(waiting.remove().line());
        }
    }
}
