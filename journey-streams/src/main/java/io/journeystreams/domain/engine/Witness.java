package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.Journey;

/** Looks on while a journey is told again, one step after the other in event-time order. */
public interface Witness {

    /** Looks away. */
    Witness NOBODY = new Witness() {
        @Override
        public void onEvent(JourneyEvent event, Journey before, Journey after) {}

        @Override
        public void onTime(long atMs, Journey before, Journey after) {}
    };

    void onEvent(JourneyEvent event, Journey before, Journey after);

    /**
     * Time alone made the step.
     *
     * @param atMs epoch milliseconds
     */
    void onTime(long atMs, Journey before, Journey after);
}
