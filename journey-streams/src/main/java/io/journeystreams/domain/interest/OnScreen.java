package io.journeystreams.domain.interest;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.SourcePosition;
import java.util.Comparator;

/**
 * The product page that a device shows, until its next event.
 *
 * @param view the event that opened it
 * @param sinceMs event time of that event, epoch milliseconds
 */
public record OnScreen(DeviceId device, Line line, EventId view, SourcePosition position, long sinceMs) {

    static final Comparator<OnScreen> LAST = Comparator.comparingLong(OnScreen::sinceMs)
            .thenComparing(shown -> shown.view().value());
}
