package io.journeystreams.demo;

import io.journeystreams.contracts.CrmEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Contacts with the service: asked for, answered, ended; now and then somebody leaves the queue. While the card provider fails, everybody
 * waits longer. Only who is logged in is known to the service.
 */
final class ServiceDesk {

    private static final int LEAVES_PERCENT = 10;
    private static final int LEAVES_CROWD_PERCENT = 30;
    private static final int ASKS_AGAIN_PERCENT = 15;
    /** How much longer everybody waits while the provider fails. */
    private static final int CROWD = 2;

    private static final Duration LEAST_TALK = Duration.ofSeconds(3);
    private static final Duration MOST_TALK = Duration.ofSeconds(10);
    private static final Duration LEAST_AFTERTHOUGHT = Duration.ofSeconds(1);
    private static final Duration MOST_AFTERTHOUGHT = Duration.ofSeconds(4);

    private final Diary diary;
    private final CardProvider provider;
    private int contacts;

    ServiceDesk(Diary diary, CardProvider provider) {
        this.diary = diary;
        this.provider = provider;
    }

    /** Before the sale: the shopper waits for the answer before doing anything else. */
    void chatBeforeBuying() {
        long endMs = contact(ServiceChannel.CHAT, diary.nowMs(), Map.of("topic", "product", "pre_sale", "true"));
        diary.pause(Duration.ofMillis(endMs - diary.nowMs()), Duration.ofMillis(endMs - diary.nowMs()));
    }

    /** A while after now, beside whatever else the shopper does; some have to ask again. */
    void ask(ServiceChannel channel, String topic) {
        Map<String, String> about = Map.of("topic", topic);
        long endedMs = contact(channel, diary.nowMs() + afterthoughtMs(), about);
        if (Drawing.isOneIn(ASKS_AGAIN_PERCENT, diary.random())) {
            contact(channel, endedMs + afterthoughtMs(), about);
        }
    }

    private long afterthoughtMs() {
        return diary.between(LEAST_AFTERTHOUGHT, MOST_AFTERTHOUGHT);
    }

    /** Returns when it is over, epoch milliseconds. */
    private long contact(ServiceChannel channel, long openedMs, Map<String, String> about) {
        contacts++;
        Map<String, String> attributes = new HashMap<>(about);
        attributes.put("contact_id", channel.text() + "-" + diary.shopper().number() + "-" + contacts);
        boolean isCrowded = provider.isFailing(openedMs);
        long waitMs = diary.between(channel.leastWait(), channel.mostWait()) * (isCrowded ? CROWD : 1);
        boolean leaves = channel != ServiceChannel.TICKET
                && Drawing.isOneIn(isCrowded ? LEAVES_CROWD_PERCENT : LEAVES_PERCENT, diary.random());
        long answeredMs = openedMs + waitMs;
        tell(channel, channel.openedType(), openedMs, attributes);
        if (leaves) {
            tell(channel, channel.endedType(), answeredMs, attributes);
            return answeredMs;
        }
        tell(channel, channel.answeredType(), answeredMs, attributes);
        long endedMs = answeredMs + diary.between(LEAST_TALK, MOST_TALK);
        tell(channel, channel.endedType(), endedMs, attributes);
        return endedMs;
    }

    private void tell(ServiceChannel channel, String type, long atMs, Map<String, String> attributes) {
        CrmEvent.Builder event = diary.record(type, atMs).setAttributes(attributes);
        diary.crm(channel == ServiceChannel.TICKET ? event : event.setChannel(channel.text()));
    }
}
