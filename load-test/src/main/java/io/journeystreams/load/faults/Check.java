package io.journeystreams.load.faults;

import java.util.List;

/**
 * One thing that must hold after a run.
 *
 * @param counted what was looked at, so that it is seen when that was nothing
 * @param findings what is wrong; empty if nothing is
 */
record Check(String name, String counted, List<String> findings) {

    Check {
        findings = List.copyOf(findings);
    }

    boolean holds() {
        return findings.isEmpty();
    }
}
