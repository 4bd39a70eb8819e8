package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.churn.model.Decay;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.JourneyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Somebody who looks at a customer every hour and knows all orders so far: rules C1, C3 and C6 the long way round, without deadlines
 * and without any class of the rules but the formula.
 */
final class SilenceWatcher {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();

    private final ChurnPolicy policy;
    private final Map<String, Long> orders = new LinkedHashMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private Optional<Alert> firing = Optional.empty();
    private Optional<String> clearedBy = Optional.empty();
    private long pendingSinceMs = Long.MAX_VALUE;
    private long endedAtMs = Long.MIN_VALUE / 2;

    private SilenceWatcher(ChurnPolicy policy) {
        this.policy = policy;
    }

    /** An alert, by the hours at which it is seen. */
    record Alert(long firedHour, Optional<Long> escalatedHour, boolean isCleared) {}

    /** What was told of alerts, as this one notes it down. */
    static List<Alert> of(List<ChurnOutput> outputs) {
        Map<String, ChurnOutput> last = outputs.stream()
                .collect(Collectors.toMap(
                        output -> output.id() + output.alert().firedAtMs(),
                        output -> output,
                        (one, next) -> next,
                        LinkedHashMap::new));
        return last.values().stream()
                .map(output -> new Alert(
                        hourSeen(output.alert().firedAtMs()),
                        output.alert().escalation().map(escalation -> hourSeen(escalation.atMs())),
                        output.state() == ChurnOutput.State.CLEARED))
                .toList();
    }

    static List<Alert> watch(List<JourneyEvent> history, ChurnPolicy policy, long untilMs) {
        SilenceWatcher watcher = new SilenceWatcher(policy);
        TreeMap<Long, List<JourneyEvent>> coming =
                new TreeMap<>(history.stream().collect(Collectors.groupingBy(event -> hourSeen(event.atMs()))));
        for (long hour = coming.firstKey() - 1; hour * HOUR_MS <= untilMs; hour++) {
            watcher.look(hour);
            coming.getOrDefault(hour + 1, List.of()).forEach(watcher::hear);
        }
        return watcher.alerts;
    }

    private static long hourSeen(long ms) {
        return Math.floorDiv(ms - 1, HOUR_MS) + 1;
    }

    private void look(long hour) {
        long nowMs = hour * HOUR_MS;
        if (orders.isEmpty() || nowMs < lastAtMs()) {
            return;
        }
        double now = decay().of(purchases(nowMs));
        pendingSinceMs = now < policy.enter() ? Long.MAX_VALUE : Math.min(pendingSinceMs, nowMs);
        boolean isHeld = pendingSinceMs != Long.MAX_VALUE
                && nowMs - pendingSinceMs >= policy.hold().toMillis();
        boolean mayFire = nowMs - endedAtMs >= policy.refireAfter().toMillis();
        if (firing.isEmpty() && isHeld && mayFire) {
            change(new Alert(hour, Optional.empty(), false), false);
        }
        if (firing.isPresent() && firing.get().escalatedHour().isEmpty() && now >= policy.escalate()) {
            change(new Alert(firing.get().firedHour(), Optional.of(hour), false), true);
        }
    }

    private void hear(JourneyEvent event) {
        String order = event.occurrence().orderId().orElseThrow().value();
        switch (event.occurrence().type()) {
            case "order_placed" -> {
                channels.put(order, event.occurrence().channel().orElse("").toLowerCase(Locale.ROOT));
                place(order, event.atMs());
            }
            case "order_cancelled" -> cancel(order, event.atMs());
            default -> orders.remove(order);
        }
    }

    private void place(String order, long atMs) {
        orders.put(order, atMs);
        pendingSinceMs = Long.MAX_VALUE;
        firing.ifPresent(alert -> {
            change(new Alert(alert.firedHour(), alert.escalatedHour(), true), true);
            endedAtMs = atMs;
            clearedBy = Optional.of(order);
            firing = Optional.empty();
        });
    }

    private void cancel(String order, long atMs) {
        Long placedAtMs = orders.get(order);
        if (placedAtMs == null || atMs - placedAtMs > DAY_MS) {
            return;
        }
        orders.remove(order);
        pendingSinceMs = atMs - policy.hold().toMillis();
        if (clearedBy.equals(Optional.of(order))) {
            Alert last = alerts.get(alerts.size() - 1);
            change(new Alert(last.firedHour(), last.escalatedHour(), false), true);
        }
    }

    private void change(Alert alert, boolean isKnown) {
        if (isKnown) {
            alerts.remove(alerts.size() - 1);
        }
        alerts.add(alert);
        firing = Optional.of(alert);
    }

    /** Of the channel of the first order that counts. */
    private Decay decay() {
        CohortModels models = policy.models().orElseThrow();
        String first = orders.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return models.cohorts()
                .getOrDefault(channels.getOrDefault(first, ""), models.everybody())
                .parameters()
                .decay();
    }

    private RepeatPurchases purchases(long nowMs) {
        SortedSet<Long> days = days();
        double lastWeeks = (lastAtMs() - firstAtMs()) / WEEK_MS;
        return new RepeatPurchases(days.size() - 1, lastWeeks, (nowMs - firstAtMs()) / WEEK_MS);
    }

    private SortedSet<Long> days() {
        return orders.values().stream()
                .map(ms -> Math.floorDiv(ms, DAY_MS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long firstAtMs() {
        return orders.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    private long lastAtMs() {
        long lastDay = days().last();
        return orders.values().stream()
                .filter(ms -> Math.floorDiv(ms, DAY_MS) == lastDay)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }
}
