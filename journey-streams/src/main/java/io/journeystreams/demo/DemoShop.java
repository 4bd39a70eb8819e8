package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.SessionState;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.registry.RegistryConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The shop with its shoppers, and the reader of what the processor makes of them. */
public final class DemoShop implements AutoCloseable {

    private static final List<String> PROVIDER_FAILS = List.of(
            "",
            "From now on most payments by card fail, for the provider answers " + CardProvider.ERROR
                    + ": watch the map.",
            "Failed payments lead the friction, fewer go from DECISION to PURCHASE, more wait for the service, renewals fail.",
            "");
    /** A story is told when its end has been read by the processor. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(3);

    private final KnownPurchases purchases = new KnownPurchases();
    private final DueReminders due = new DueReminders();
    private final Results results = new Results(purchases, due);
    private final AlertText text = new AlertText(ZoneId.systemDefault());
    private final Set<String> stories = new HashSet<>();
    private final Announcements announcements;
    private final Screen screen;
    private final Traffic traffic;
    private final ResultFeed feed;

    /** @param registry stays the caller's to close */
    public DemoShop(Scene scene, String bootstrapServers, RegistryConnection registry, Screen screen) {
        this.screen = screen;
        this.announcements = new Announcements(screen::print);
        long openedMs = System.currentTimeMillis();
        CardProvider provider = scene.cardProvider(openedMs);
        this.traffic = new Traffic(
                new VisitPlanner(scene.seed(), provider),
                scene.shoppersPerSecond(),
                openedMs,
                bootstrapServers,
                registry,
                purchases,
                this::welcome);
        this.feed = new ResultFeed(bootstrapServers, registry, results, this::show);
        PROVIDER_FAILS.forEach(line -> announcements.at(provider.failsFromMs(), line));
    }

    /** Opens the shop. */
    public void open() {
        feed.start();
        traffic.start();
    }

    /** Says what has become worth saying since it was called last. */
    public void announce() {
        announcements.sayUntil(System.currentTimeMillis());
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
        lines.add(format(
                "of %d reminders due by the shoppers' plans, withheld to compare: %d, missing: %d",
                result.due(), result.withheld(), result.missing()));
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

    /** The first of each story is pointed out. */
    private void welcome(Visit visit) {
        due.expect(visit);
        visit.story()
                .filter(stories::add)
                .ifPresent(story -> announcements.at(
                        visit.overMs() + READ_WITHIN.toMillis(),
                        format("look at   %-12s %s", visit.shopper().profile(), story)));
    }

    /** Everything that was armed ends in exactly one way, or waits (rule A1). */
    private static String conservation(Tally tally) {
        String disarmed = Arrays.stream(DisarmReason.values())
                .filter(reason -> tally.disarmed(reason) > 0)
                .map(reason -> format(" + %d %s", tally.disarmed(reason), said(reason)))
                .collect(Collectors.joining());
        return format(
                "%d armed = %d abandoned%s + %d waiting", tally.armed(), tally.abandoned(), disarmed, tally.open());
    }

    private static String said(DisarmReason reason) {
        return switch (reason) {
            case MOVED_UP -> "gone on to the till";
            case MOVED_DOWN -> "back from it";
            default -> reason.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
