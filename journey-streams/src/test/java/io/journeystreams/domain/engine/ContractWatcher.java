package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnOutput.State;
import io.journeystreams.domain.event.JourneyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody who looks at a contract every hour and knows its signals so far: rules C2 and C3 the long way round, without deadlines and
 * without any class of the rules. Events happen on the hour. Any signal adds the same and halves in 30 days.
 */
final class ContractWatcher {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long NEAR_MS = 30 * DAY_MS;

    private final double weight;
    private final List<Alert> alerts = new ArrayList<>();
    private final Map<String, Long> signals = new LinkedHashMap<>();
    private final List<Double> usage = new ArrayList<>();
    private boolean isRunning;
    private boolean isCancelled;
    private boolean isUsageLow;
    private long startedAtMs;
    private long renewsAtMs = Long.MIN_VALUE;
    private long pendingSinceMs = Long.MAX_VALUE;
    private long endedAtMs = Long.MIN_VALUE / 2;
    private Optional<Alert> firing = Optional.empty();

    private ContractWatcher(double weight) {
        this.weight = weight;
    }

    /** An alert of signals, by the hours at which it is seen; 0 for what has not happened. */
    record Alert(long firedHour, long escalatedHour, long endedHour) {}

    static List<Alert> of(List<ChurnOutput> outputs) {
        Map<String, ChurnOutput> last = new LinkedHashMap<>();
        outputs.stream()
                .filter(output -> output.alert().kind() == ChurnKind.CONTRACTUAL)
                .filter(output -> output.state() != State.RETRACTED)
                .forEach(output -> last.put(output.id(), output));
        return last.values().stream()
                .map(ChurnOutput::alert)
                .map(alert -> new Alert(
                        hourSeen(alert.firedAtMs()),
                        alert.escalation().map(level -> hourSeen(level.atMs())).orElse(0L),
                        alert.ending().map(ending -> hourSeen(ending.atMs())).orElse(0L)))
                .toList();
    }

    static List<Alert> watch(List<JourneyEvent> history, double weight, long untilMs) {
        ContractWatcher watcher = new ContractWatcher(weight);
        Map<Long, List<JourneyEvent>> hours = new TreeMap<>();
        history.forEach(event ->
                hours.computeIfAbsent(event.atMs(), ms -> new ArrayList<>()).add(event));
        for (long ms = history.get(0).atMs(); ms <= untilMs; ms += HOUR_MS) {
            watcher.look(ms - 1);
            for (JourneyEvent event : hours.getOrDefault(ms, List.of())) {
                watcher.see(event, ms);
            }
            watcher.look(ms);
        }
        watcher.firing.ifPresent(watcher.alerts::add);
        return watcher.alerts;
    }

    private static long hourSeen(long ms) {
        return -Math.floorDiv(-ms, HOUR_MS);
    }

    private void see(JourneyEvent event, long ms) {
        Map<String, String> attributes = event.occurrence().attributes();
        if (pendingSinceMs != Long.MAX_VALUE && risk(ms) < 0.5) {
            pendingSinceMs = Long.MAX_VALUE;
        }
        String type = event.occurrence().type();
        if (type.equals("subscription_started") || type.equals("subscription_renewed")) {
            isCancelled = false;
            signals.keySet().removeIf(name -> name.startsWith("near"));
            renewsAtMs = Long.parseLong(attributes.getOrDefault("renews_at", "0"));
            if (!isRunning) {
                isRunning = true;
                startedAtMs = ms;
            }
            end(ms);
        }
        if (!isRunning) {
            return;
        }
        switch (type) {
            case "subscription_cancel_requested" -> isCancelled = true;
            case "cancel_withdrawn" -> isCancelled = false;
            case "subscription_cancelled" -> stop(ms);
            case "subscription_downgraded", "survey_answered" ->
                signals.put(event.id().value(), ms);
            case "data_exported", "cancel_page_viewed" -> onceADay(type, event, ms);
            case "subscription_updated" -> {
                if (attributes.getOrDefault("auto_renew", "").equals("true")) {
                    signals.remove("auto");
                } else {
                    signals.putIfAbsent("auto", ms);
                }
            }
            case "usage_reported" -> use(Double.parseDouble(attributes.getOrDefault("amount", "0")), event, ms);
            default -> {}
        }
    }

    private void stop(long ms) {
        end(ms);
        isRunning = false;
        isCancelled = false;
        isUsageLow = false;
        signals.clear();
        usage.clear();
    }

    private void onceADay(String type, JourneyEvent event, long ms) {
        boolean isSaid = signals.entrySet().stream()
                .anyMatch(known -> known.getKey().startsWith(type) && ms - known.getValue() < DAY_MS);
        if (!isSaid) {
            signals.put(type + event.id().value(), ms);
        }
    }

    private void use(double amount, JourneyEvent event, long ms) {
        List<Double> last = usage.subList(Math.max(0, usage.size() - 12), usage.size()).stream()
                .sorted()
                .toList();
        isUsageLow = last.size() >= 4 && amount < (last.get((last.size() - 1) / 2) + last.get(last.size() / 2)) / 4;
        usage.add(amount);
        if (isUsageLow) {
            signals.put(event.id().value(), ms);
        } else {
            signals.keySet().removeIf(name -> name.startsWith("near"));
        }
    }

    private void look(long ms) {
        if (!isRunning) {
            pendingSinceMs = Long.MAX_VALUE;
            return;
        }
        if (isUsageLow && ms >= renewsAtMs - NEAR_MS && ms < renewsAtMs) {
            signals.putIfAbsent("near", ms);
        }
        if (firing.isPresent()) {
            lookAtFiring(ms);
            return;
        }
        if (isCancelled || risk(ms) < 0.5) {
            pendingSinceMs = Long.MAX_VALUE;
            return;
        }
        pendingSinceMs = Math.min(pendingSinceMs, ms);
        if (ms >= Math.max(pendingSinceMs + DAY_MS, endedAtMs + 30 * DAY_MS)) {
            firing = Optional.of(new Alert(hourSeen(ms), risk(ms) >= 0.75 ? hourSeen(ms) : 0, 0));
            pendingSinceMs = Long.MAX_VALUE;
        }
    }

    private void lookAtFiring(long ms) {
        Alert alert = firing.orElseThrow();
        if (risk(ms) < 0.3) {
            end(ms);
        } else if (alert.escalatedHour() == 0 && risk(ms) >= 0.75) {
            firing = Optional.of(new Alert(alert.firedHour(), hourSeen(ms), 0));
        }
    }

    private void end(long ms) {
        firing.ifPresent(alert -> alerts.add(new Alert(alert.firedHour(), alert.escalatedHour(), hourSeen(ms))));
        endedAtMs = firing.isPresent() ? ms : endedAtMs;
        firing = Optional.empty();
        pendingSinceMs = Long.MAX_VALUE;
    }

    private double risk(long ms) {
        double logOdds = ms - startedAtMs >= 90 * DAY_MS ? -3 : -2;
        for (long atMs : signals.values()) {
            logOdds += weight * Math.pow(2, -(double) (ms - atMs) / (30 * DAY_MS));
        }
        return 1 / (1 + Math.exp(-logOdds));
    }
}
