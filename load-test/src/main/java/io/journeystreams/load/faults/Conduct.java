package io.journeystreams.load.faults;

import io.journeystreams.load.faults.FaultInjector.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the processors behaved.
 *
 * @param faults how often each kind was made
 * @param exits of those that were not killed
 */
record Conduct(Map<Fault.Kind, Integer> faults, List<Exit> exits) {

    /** No broker, no registry, topics not to be seen, stream threads failed: what a restart can heal. */
    private static final Set<Integer> WORTH_A_RESTART = Set.of(4, 5, 6, 9);

    /** A short run has not all kinds; whatever was planned must have been done. */
    Check everyFaultWasMade(List<Fault> planned) {
        int made = faults.values().stream().mapToInt(Integer::intValue).sum();
        return new Check(
                "the faults that were planned were made",
                new TreeMap<>(faults).toString(),
                made == planned.size() ? List.of() : List.of(planned.size() + " planned, " + made + " made"));
    }

    Check allEndsWereExpected() {
        List<String> findings = new ArrayList<>();
        exits.forEach(exit -> addUnexpected(exit, findings));
        long asked = exits.stream().filter(Exit::isAsked).count();
        return new Check(
                "SIGTERM ends with 0 within 10 s, and nothing ends by itself without a reason",
                asked + " asked to stop, " + (exits.size() - asked) + " by themselves "
                        + exits.stream()
                                .filter(exit -> !exit.isAsked())
                                .map(Exit::code)
                                .toList(),
                findings);
    }

    private static void addUnexpected(Exit exit, List<String> findings) {
        String who = exit.instance() + ", start " + exit.start() + ", ";
        if (!exit.isInTime()) {
            findings.add(who + "did not stop within 10 s");
        } else if (exit.isAsked() && exit.code() != 0 && exit.hasStarted()) {
            findings.add(who + "was asked to stop and ended with " + exit.code());
        } else if (!exit.isAsked() && !WORTH_A_RESTART.contains(exit.code())) {
            findings.add(who + "ended by itself with " + exit.code());
        }
    }
}
