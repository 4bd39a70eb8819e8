package io.journeystreams.load.faults;

import io.journeystreams.load.rig.Gauges;
import java.util.List;

/** The law of rule A1, over all instances: whatever was armed became an alert, was disarmed for a reason, or waits. */
final class Conservation {

    private Conservation() {}

    static Check of(List<Gauges> instances) {
        long armed = sum(instances, "journey_abandonment_armed");
        long abandoned = sum(instances, "journey_abandonment_abandoned");
        long disarmed = sum(instances, "journey_abandonment_disarmed");
        long open = sum(instances, "journey_abandonment_open");
        String counted = "armed " + armed + " = abandoned " + abandoned + " + disarmed " + disarmed + " + open " + open;
        boolean holds = armed > 0 && armed == abandoned + disarmed + open;
        return new Check("conservation (A1)", counted, holds ? List.of() : List.of("the law does not hold"));
    }

    private static long sum(List<Gauges> instances, String gauge) {
        return Math.round(
                instances.stream().mapToDouble(metrics -> metrics.sum(gauge)).sum());
    }
}
