package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.SessionState;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.registry.RegistryConnection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shop with its shoppers, and the reader of what the processor makes of them. */
public final class DemoShop implements AutoCloseable {

    private final KnownPurchases purchases = new KnownPurchases();
    private final DueReminders due = new DueReminders();
    private final Results results = new Results(purchases, due);
    private final AlertText text = new AlertText(ZoneId.systemDefault());
    private final Screen screen;
    private final Traffic traffic;
    private final ResultFeed feed;

    /**
     * @param seed the same one makes up the same shoppers
     * @param registry stays the caller's to close
     */
    public DemoShop(
            long seed, double shoppersPerSecond, String bootstrapServers, RegistryConnection registry, Screen screen) {
        this.screen = screen;
        this.traffic =
                new Traffic(new VisitPlanner(seed), shoppersPerSecond, bootstrapServers, registry, purchases, due);
        this.feed = new ResultFeed(bootstrapServers, registry, results, this::show);
    }

    /** Opens the shop. */
    public void open() {
        feed.start();
        traffic.start();
    }

    /** What has been counted up to now, in a few lines. */
    public List<String> counts(Tally tally) {
        return List.of(
                format(
                        "%s  shop       %d shoppers, %d orders; events in: %d clickstream, %d CRM; sessions: %d started, %d closed",
                        text.time(Instant.now()),
                        traffic.shoppers(),
                        purchases.orders(),
                        traffic.clicks(),
                        traffic.crmEvents(),
                        results.sessions(SessionState.STARTED),
                        results.sessions(SessionState.CLOSED)),
                "          left       " + conservation(tally),
                format(
                        "          reminders  %d sent, %d recovered, %d retracted; %s",
                        results.reminders(),
                        results.alerts(AbandonmentState.RECOVERED),
                        results.alerts(AbandonmentState.RETRACTED),
                        check()));
    }

    /** The profile that was reminded first. */
    public Optional<String> firstReminded() {
        return results.firstReminded();
    }

    /** What was due and what was sent, for the end. */
    public List<String> checks() {
        DueReminders.Result result = due.compare(System.currentTimeMillis());
        List<String> lines = new ArrayList<>();
        results.withheld()
                .forEach((reason, count) ->
                        lines.add(format("%d were abandoned and not to be acted on: %s", count, reason)));
        lines.add(format("of %d reminders due by the shoppers' plans, missing: %d", result.due(), result.missing()));
        lines.add(format("reminders sent to somebody who had left nothing: %d", result.unexpected()));
        lines.add(format("%s (of %d, with %d orders known)", check(), results.reminders(), purchases.orders()));
        return lines;
    }

    /** No more shoppers and no more results; to be called before broker and registry go. */
    @Override
    public void close() {
        traffic.close();
        feed.close();
    }

    private String check() {
        return "reminders sent to somebody who had bought: " + results.remindersToBuyers();
    }

    private void show(AbandonmentEvent alert) {
        screen.print(text.time(alert.getEmittedAt()) + "  " + screen.coloured(alert.getState()) + "  "
                + text.details(alert));
    }

    /** Everything that was armed ends in exactly one way, or waits (rule A1). */
    private static String conservation(Tally tally) {
        return format(
                "%d armed = %d abandoned + %d bought + %d emptied + %d gone on to the till + %d back from it + %d waiting",
                tally.armed(),
                tally.abandoned(),
                tally.disarmed(DisarmReason.BOUGHT),
                tally.disarmed(DisarmReason.EMPTIED),
                tally.disarmed(DisarmReason.MOVED_UP),
                tally.disarmed(DisarmReason.MOVED_DOWN),
                tally.open());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
