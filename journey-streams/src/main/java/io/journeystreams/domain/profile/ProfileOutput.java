package io.journeystreams.domain.profile;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.TouchChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The current picture of a profile, to be published.
 *
 * @param nextDueAtMs the next deadline, epoch milliseconds
 * @param updatedAtMs intake time of the journal entry that led to it, epoch milliseconds
 */
public record ProfileOutput(
        ProfileKey profile,
        long firstSeenAtMs,
        long lastSeenAtMs,
        OptionalLong lastActivityAtMs,
        long sessions,
        long orders,
        OptionalLong lastOrderAtMs,
        List<OpenCart> openCarts,
        List<AlertId> openAlerts,
        OptionalLong nextDueAtMs,
        Standing standing,
        long updatedAtMs) {

    public ProfileOutput {
        openCarts = List.copyOf(openCarts);
        openAlerts = List.copyOf(openAlerts);
    }

    /**
     * Where the customer stands.
     *
     * @param stage of the mission under way
     * @param missionId the mission under way
     * @param firstTouch the first channel that was ever named
     * @param touches how often customer and shop touched, by channel
     */
    public record Standing(
            Optional<String> stage,
            Optional<String> lifecycle,
            Optional<String> missionId,
            Optional<Channel> firstTouch,
            Map<TouchChannel, Long> touches) {

        public Standing {
            touches = Map.copyOf(touches);
        }
    }

    /** @param changedAtMs last change, epoch milliseconds */
    public record OpenCart(CartId cartId, long changedAtMs, List<Line> lines) {

        public OpenCart {
            lines = List.copyOf(lines);
        }
    }
}
