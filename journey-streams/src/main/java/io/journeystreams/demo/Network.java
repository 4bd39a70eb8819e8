package io.journeystreams.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What lies between shoppers and the broker: some events come out of order, some come twice. What is old news comes as it is sent. */
record Network(Random random) {

    private static final int DELAYED_PERCENT = 15;
    private static final int TWICE_PERCENT = 5;
    /** Below the grace of the clock, so that nothing is too late, milliseconds. */
    private static final int LONGEST_DELAY_MS = 700;

    List<Sending> carry(List<Sending> sendings) {
        List<Sending> sent = new ArrayList<>();
        for (Sending sending : sendings) {
            if (sending.isOld()) {
                sent.add(sending);
            } else {
                carry(sending, sent);
            }
        }
        sent.sort(Comparator.comparingLong(Sending::atMs));
        return sent;
    }

    private void carry(Sending sending, List<Sending> sent) {
        Sending arriving = Drawing.isOneIn(DELAYED_PERCENT, random) ? delayed(sending) : sending;
        sent.add(arriving);
        if (Drawing.isOneIn(TWICE_PERCENT, random)) {
            sent.add(delayed(arriving));
        }
    }

    private Sending delayed(Sending sending) {
        return sending.delayedBy(1 + random.nextInt(LONGEST_DELAY_MS));
    }
}
