package io.journeystreams.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many failed threads are replaced within a time, before the processor gives up. */
final class ReplacementBudget {

    private final int replacements;
    private final long windowMs;
    private final Deque<Long> recent = new ArrayDeque<>();

    ReplacementBudget(int replacements, Duration window) {
        this.replacements = replacements;
        this.windowMs = window.toMillis();
    }

    /** Takes one replacement out of the budget, if one is left at {@code nowMs}. */
    synchronized boolean spend(long nowMs) {
        while (!recent.isEmpty() && nowMs - recent.peekFirst() >= windowMs) {
            recent.removeFirst();
        }
        if (recent.size() >= replacements) {
            return false;
        }
        recent.addLast(nowMs);
        return true;
    }
}
