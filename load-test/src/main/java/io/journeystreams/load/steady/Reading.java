package io.journeystreams.load.steady;

import java.util.List;

/**
 * How it stood at some second.
 *
 * @param second since the first event was due
 * @param instances in the order of their numbers
 * @param brokerCpuMs of the broker
 * @param sent events sent
 * @param committed events that intake has committed
 */
record Reading(int second, List<Usage> instances, long brokerCpuMs, long sent, long committed) {

    Reading {
        instances = List.copyOf(instances);
    }

    /** Events sent and not committed. */
    long lag() {
        return Math.max(0, sent - committed);
    }
}
