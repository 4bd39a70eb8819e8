package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.CrmEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Contacts with the service, as they are sent. */
class ServiceDeskTest {

    private static final long START_MS = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final int VISITS = 2_000;

    /** Types of a contact's events in the order in which they happen, by contact. */
    private final Map<String, TreeMap<Instant, String>> contacts = new HashMap<>();

    private final List<String> openedByOthers = new ArrayList<>();

    ServiceDeskTest() {
        VisitPlanner planner = new VisitPlanner(42, new CardProvider(START_MS));
        for (int i = 0; i < VISITS; i++) {
            Visit visit = planner.next(START_MS);
            visit.sendings().forEach(sending -> take(visit, sending));
        }
    }

    @Test
    void everyContactIsOpenedThenAnsweredOrNotThenEnded() {
        assertThat(contacts).isNotEmpty().allSatisfy((id, steps) -> {
            String channel = id.substring(0, id.indexOf('-'));
            assertThat(List.copyOf(steps.values()))
                    .isIn(
                            List.of(opened(channel), channel + "_answered", ended(channel)),
                            List.of(opened(channel), ended(channel)));
        });
    }

    @Test
    void everyChannelIsUsedAndSomeLeaveTheQueue() {
        Set<String> channels = new HashSet<>();
        contacts.keySet().forEach(id -> channels.add(id.substring(0, id.indexOf('-'))));

        assertThat(channels).isEqualTo(Set.of("chat", "call", "ticket"));
        assertThat(contacts.values()).anyMatch(steps -> steps.size() == 2).anyMatch(steps -> steps.size() == 3);
    }

    @Test
    void someWaitLongerThanPromisedAndSomeDoNot() {
        long promiseMs = ServiceChannel.CALL.promise().toMillis();

        assertThat(waitsMs("call")).anyMatch(wait -> wait > promiseMs).anyMatch(wait -> wait <= promiseMs);
    }

    @Test
    void aContactBelongsToOneCustomer() {
        assertThat(openedByOthers).isEmpty();
    }

    private void take(Visit visit, Sending sending) {
        if (sending.event() instanceof CrmEvent event && event.getAttributes().containsKey("contact_id")) {
            String id = event.getAttributes().get("contact_id");
            contacts.computeIfAbsent(id, any -> new TreeMap<>()).put(event.getOccurredAt(), event.getType());
            if (!id.matches("[a-z]+-" + visit.shopper().number() + "-\\d+")) {
                openedByOthers.add(id);
            }
        }
    }

    private List<Long> waitsMs(String channel) {
        return contacts.entrySet().stream()
                .filter(contact -> contact.getKey().startsWith(channel))
                .map(contact -> List.copyOf(contact.getValue().keySet()))
                .map(times -> times.get(1).toEpochMilli() - times.get(0).toEpochMilli())
                .toList();
    }

    private static String opened(String channel) {
        return switch (channel) {
            case "chat" -> "chat_requested";
            case "call" -> "call_queued";
            default -> "ticket_opened";
        };
    }

    private static String ended(String channel) {
        return channel.equals("ticket") ? "ticket_resolved" : channel + "_ended";
    }
}
