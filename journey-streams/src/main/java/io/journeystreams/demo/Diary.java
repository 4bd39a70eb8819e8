package io.journeystreams.demo;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What happens around one shopper, written down as events; time goes on with every {@link #pause}. */
final class Diary {

    private static final String SITE = "https://shop.example";

    private final Shopper shopper;
    private final Random random;
    private final List<Sending> sendings = new ArrayList<>();
    private EntryChannel channel;
    private long nowMs;
    private long lastActivityMs;
    private int events;

    /** @param startMs epoch milliseconds */
    Diary(Shopper shopper, long startMs, Random random) {
        this.shopper = shopper;
        this.channel = shopper.channel();
        this.nowMs = startMs;
        this.lastActivityMs = startMs;
        this.random = random;
    }

    Shopper shopper() {
        return shopper;
    }

    Random random() {
        return random;
    }

    List<Sending> sendings() {
        return List.copyOf(sendings);
    }

    long nowMs() {
        return nowMs;
    }

    /** The last time the shopper did something on a device of their own, epoch milliseconds. */
    long lastActivityMs() {
        return lastActivityMs;
    }

    void pause(Duration least, Duration most) {
        nowMs += between(least, most);
    }

    /** As long as it takes to look and click. */
    void shortPause() {
        pause(Duration.ofMillis(400), Duration.ofMillis(1_500));
    }

    /** Any time between the two, in milliseconds. */
    long between(Duration least, Duration most) {
        return least.toMillis() + random.nextInt((int) most.minus(least).toMillis() + 1);
    }

    /** From now on the shopper has come this way. */
    void comesBy(EntryChannel next) {
        channel = next;
    }

    ClickstreamEvent.Builder click(String type) {
        return ClickstreamEvent.newBuilder()
                .setEventId(nextId())
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(nowMs))
                .setAnonymousId(shopper.anonymousId())
                .setCustomerId(shopper.customerId().orElse(null))
                .setDevice(shopper.device().text())
                .setChannel(channel.text())
                .setCampaign(channel.campaign().orElse(null));
    }

    void web(ClickstreamEvent.Builder event) {
        web(event, Optional.empty());
    }

    void web(ClickstreamEvent.Builder event, Optional<Purchase> news) {
        lastActivityMs = nowMs;
        sendings.add(new Sending(nowMs, shopper.anonymousId(), event.build(), news));
    }

    /**
     * What the systems behind the shop know of somebody who is logged in.
     *
     * @param atMs when it happens, epoch milliseconds
     */
    CrmEvent.Builder record(String type, long atMs) {
        return CrmEvent.newBuilder()
                .setEventId(nextId())
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setCustomerId(shopper.customerId().orElseThrow())
                .setDevice("server");
    }

    /** Is heard of as soon as it happens, but not before now. */
    void crm(CrmEvent.Builder event) {
        crm(event, Math.max(nowMs, event.getOccurredAt().toEpochMilli()), Optional.empty());
    }

    /** @param sentAtMs epoch milliseconds */
    void crm(CrmEvent.Builder event, long sentAtMs, Optional<Purchase> news) {
        CrmEvent record = event.build();
        sendings.add(new Sending(sentAtMs, record.getCustomerId(), record, news));
    }

    static Page page(String path) {
        return Page.newBuilder().setUrl(SITE + path).build();
    }

    private String nextId() {
        events++;
        return shopper.anonymousId() + "-" + events;
    }
}
