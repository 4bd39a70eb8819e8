package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer with a contract, day by day. */
final class Subscriber {

    static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    static final double DAY_MS = Duration.ofDays(1).toMillis();

    private Journal journal;
    private EnginePolicy policy;
    private int count;

    Subscriber(ChurnPolicy churn) {
        this.policy = with(churn);
        this.journal = new Journal(policy, ProfileKey.ofCustomer("7"), true);
    }

    private static EnginePolicy with(ChurnPolicy churn) {
        EnginePolicy usual = EnginePolicy.defaults();
        return usual.with(usual.course().with(churn));
    }

    static long ms(double day) {
        return START_MS + Math.round(day * DAY_MS);
    }

    static double day(long ms) {
        return (ms - START_MS) / DAY_MS;
    }

    /** What was told until now stays told. */
    void judgedBy(ChurnPolicy churn) {
        Journal later = new Journal(with(churn), ProfileKey.ofCustomer("7"), true);
        later.state = journal.state;
        later.clock = journal.clock;
        later.facts.addAll(journal.facts);
        policy = with(churn);
        journal = later;
    }

    Subscriber starts(double day, String renewsAt) {
        return tells("subscription_started", day, Map.of("renews_at", renewsAt));
    }

    Subscriber tells(String type, double day) {
        return tells(type, day, Map.of());
    }

    Subscriber tells(String type, double day, Map<String, String> attributes) {
        return reads(draft(type, day).attributes(attributes));
    }

    Subscriber uses(double day, String amount) {
        return tells("usage_reported", day, Map.of("amount", amount));
    }

    Subscriber orders(double day) {
        return reads(draft("order_placed", day).order(Optional.of(new OrderId("o" + count))));
    }

    Subscriber passes(double day) {
        journal.hear(ms(day), ms(day));
        return this;
    }

    EventDraft draft(String type, double day) {
        count++;
        return EventDraft.of("e" + count, type, ms(day)).from(Source.CRM).total(Optional.of(Money.of("20.00", "EUR")));
    }

    Subscriber reads(EventDraft draft) {
        journal.read(
                draft.event(),
                Math.max(journal.clock.timeMs(), draft.occurrence().atMs()));
        return this;
    }

    List<ChurnOutput> alerts() {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.churn().stream())
                .toList();
    }

    List<ChurnOutput> alerts(ChurnKind kind) {
        return alerts().stream().filter(output -> output.alert().kind() == kind).toList();
    }

    List<Settlement> settlements() {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.settlements().stream())
                .map(output -> output.fact())
                .toList();
    }

    Churn churn() {
        return new JourneyEngine(policy)
                .retell(journal.state, journal.clock.reading(), Witness.NOBODY)
                .course()
                .churn();
    }

    List<SignalKind> signals() {
        return churn().contract().running().orElseThrow().signals().all().stream()
                .map(signal -> signal.kind())
                .toList();
    }
}
