package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules G, told once over all that is known of a profile: both layers, and what is a goal and a touch to them. */
final class Stages {
    private final Lifecycle lifecycle;
    private final Missions missions;
    private final Set<String> orders = new HashSet<>();
    private final List<ExpectedTransition> transitions = new ArrayList<>();

    private Stages(String profile) {
        this.lifecycle = new Lifecycle(profile);
        this.missions = new Missions(profile);
    }

    /** @param facts all that is known of the profile, in event-time order */
    static List<ExpectedTransition> of(String profile, List<Fact> facts) {
        Stages stages = new Stages(profile);
        facts.forEach(stages::apply);
        return stages.transitions;
    }

    /** T3: what is too late moves no stage, but an order counts at any age. */
    private void apply(Fact fact) {
        boolean isGoal = fact.isPurchase() && isNew(fact);
        if (fact.tooLate()) {
            return;
        }
        boolean isTouch = isGoal || isTouch(fact);
        lifecycle.move(fact, isTouch, isGoal, orders.size()).ifPresent(transitions::add);
        if (isGoal) {
            transitions.add(missions.reachGoal(fact));
        } else if (isTouch) {
            missions.touch(fact).ifPresent(transitions::add);
        }
    }

    /** Several reports of one order are one goal. */
    private boolean isNew(Fact order) {
        return orders.add(order.orderId() != null ? order.orderId() : order.eventId());
    }

    /** What a person did on a device; what follows an order belongs to the order, and leaving is no touch. */
    private static boolean isTouch(Fact fact) {
        return fact.isInteractive() && !fact.isPurchase() && !fact.type().equals("logged_out");
    }
}
