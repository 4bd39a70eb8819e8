package io.journeystreams.load.faults;

/**
 * The processors that the faults befall.
 *
 * @param instances at least 1
 * @param standbyReplicas copies of the state on other instances, which take over where one dies
 * @param profileHeapPercent of the heap for profiles in use; at 1, profiles have to make room all the time
 */
public record Processors(int instances, int standbyReplicas, int profileHeapPercent) {

    public Processors {
        if (instances < 1 || standbyReplicas < 0 || standbyReplicas >= instances) {
            throw new IllegalArgumentException("at least one instance, and fewer standby replicas than instances: "
                    + instances + ", " + standbyReplicas);
        }
    }

    String options() {
        return "--instances " + instances + " --standby-replicas " + standbyReplicas + " --profile-heap-percent "
                + profileHeapPercent;
    }
}
