package io.journeystreams.load.oracle;

import java.util.List;

/**
 * What the {@link Oracle} says of what was published.
 *
 * @param people groups of customers and devices that have to do with each other
 * @param punctual of these, those all of whose news came within the grace, to the profile that it stays with: nothing is left open
 *     about them
 * @param differences what is wrong
 * @param leftOpen of the others, alerts that agree with no order of news and deadlines that was tried; and sessions and
 *     transitions of people of whom somebody was erased
 */
public record Verdict(int people, int punctual, List<Difference> differences, List<Difference> leftOpen) {

    public Verdict {
        differences = List.copyOf(differences);
        leftOpen = List.copyOf(leftOpen);
    }
}
