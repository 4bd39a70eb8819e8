package io.journeystreams.intake.vocabulary;

import java.util.Map;
import java.util.Optional;

/**
 * Our type for an event of another vocabulary.
 *
 * @param byDetail types by the event's detail, which are looked at first
 */
record EventType(String otherwise, Map<String, String> byDetail) {

    EventType {
        byDetail = Overlay.inOrder(byDetail);
    }

    String of(Optional<String> detail) {
        return detail.map(byDetail::get).orElse(otherwise);
    }
}
