package io.journeystreams.domain.map;

import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Segment;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.Map;
import java.util.Optional;

/**
 * Whose journeys are counted together. Of a mission it is what the mission began with, so that what flows into a stage flows out of it
 * in the same slice. All values come from short lists: there are at most 18 channels, 6 devices and 5 segments.
 *
 * @param channel by which they came, in lower case
 * @param device kind of device, in lower case
 * @param segment in lower case
 */
public record MapSlice(String channel, String device, String segment) {

    public static final String UNKNOWN = "unknown";

    /** Nothing is known that would tell them apart. */
    public static final MapSlice WHOLE = new MapSlice(UNKNOWN, UNKNOWN, UNKNOWN);

    private static final String OTHER = "other";

    private static final Map<String, String> DEVICES = Map.ofEntries(
            Map.entry("desktop", "desktop"),
            Map.entry("web", "desktop"),
            Map.entry("computer", "desktop"),
            Map.entry("mobile", "mobile"),
            Map.entry("phone", "mobile"),
            Map.entry("smartphone", "mobile"),
            Map.entry("tablet", "tablet"),
            Map.entry("app", "app"),
            Map.entry("ios", "app"),
            Map.entry("android", "app"));

    static MapSlice of(MissionMark mission) {
        return of(
                mission.entryChannel(), mission.entryDevice(), mission.segment().text());
    }

    /** Before a mission has begun, the customer's first steps. */
    static MapSlice of(Transition transition) {
        return transition.mission().map(MapSlice::of).orElseGet(() -> {
            Segment segment = transition.buyerJourney() ? Segment.CUSTOMER : Segment.NEW_VISITOR;
            return of(transition.channel(), transition.device(), segment.text());
        });
    }

    static MapSlice of(Optional<Channel> channel, Optional<String> device, String segment) {
        return new MapSlice(
                channel.map(Channel::text).orElse(UNKNOWN),
                device.map(MapSlice::kindOf).orElse(UNKNOWN),
                segment);
    }

    /** The kind of device that a name in an event stands for. */
    public static String kindOf(String device) {
        return DEVICES.getOrDefault(device, OTHER);
    }
}
