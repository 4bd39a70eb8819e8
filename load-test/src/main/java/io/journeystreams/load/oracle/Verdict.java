package io.journeystreams.load.oracle;

import java.util.List;

/**
 * What the {@link Oracle} says of what was published.
 *
 * @param people groups of customers and devices that have to do with each other
 * @param strict of these, those of whom nothing is left open: of all their news it is known what the clock had passed when it came; with
 *     a journal everybody
 * @param differences what is wrong
 * @param leftOpen of the others, alerts that agree with no order of news and deadlines that was tried; and sessions and
 *     transitions of people of whom somebody was erased
 */
public record Verdict(int people, int strict, List<Difference> differences, List<Difference> leftOpen) {

    public Verdict {
        differences = List.copyOf(differences);
        leftOpen = List.copyOf(leftOpen);
    }
}
