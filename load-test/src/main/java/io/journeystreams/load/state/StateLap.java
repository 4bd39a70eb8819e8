package io.journeystreams.load.state;

import io.journeystreams.load.bench.Figures;
import java.util.List;

/**
 * One size in one round.
 *
 * @param customers with a history
 * @param emptyStartSeconds from the start of the process to ready, with an empty state
 * @param restoreSeconds from the start of the process to ready, with nothing on its disk
 * @param restored records of profiles, as the processor says
 * @param storeMb its disk when it has stopped, and so written everything there, MB
 * @param afterRestore its memory after the restore
 * @param atTheEnd its memory after the events
 * @param recovered carts that were left before the restore and bought after it, as the processor has told
 * @param findings what is not as it should be
 */
record StateLap(
        int customers,
        int round,
        Seeded seeded,
        double emptyStartSeconds,
        double restoreSeconds,
        long restored,
        long storeMb,
        Memory afterRestore,
        Memory atTheEnd,
        Figures figures,
        int recovered,
        List<String> findings) {

    StateLap {
        findings = List.copyOf(findings);
    }
}
