package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import java.util.List;

/**
 * A time after the deadline at which an alert that still stands is weighed again: the next reminder step (rule A13), or
 * because the customer can be reached at last (rule A12).
 *
 * @param step reminder step reached, from 1
 * @param becameReachable repeats the step because the customer can be reached now
 * @param superseded the customer has gone further meanwhile, or has begun again: nobody is reminded of this alert
 * @param atMs event time, epoch milliseconds
 * @param lines what is left then
 */
public record Reminder(int step, boolean becameReachable, boolean superseded, long atMs, List<Line> lines) {

    public Reminder {
        lines = List.copyOf(lines);
    }
}
