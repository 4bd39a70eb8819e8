package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.fact.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a customer buys, and what is told of their leaving.
 *
 * @param alerts in the order in which they fired: the latest of each kind, whether it fires or was cleared, and those before it
 *     that readers may not have been told of yet
 */
public record Churn(
        Buying buying,
        Judged judged,
        Outlook outlook,
        Contract contract,
        List<ChurnAlert> alerts,
        Forecasts forecasts) {

    public static final Churn NONE =
            new Churn(Buying.NOTHING, Judged.NEVER, Outlook.NONE, Contract.NONE, List.of(), Forecasts.NONE);

    /** How long an alert that was cleared is remembered, so that the next one keeps its distance. */
    public static final Duration REMEMBERED = Duration.ofDays(90);

    private static final Comparator<ChurnAlert> BY_IMPORTANCE = Comparator.comparing(ChurnAlert::isFiring)
            .thenComparingLong(ChurnAlert::firedAtMs)
            .thenComparing(alert -> alert.armedBy().value());

    /** Alerts kept. */
    static final int MAX_ALERTS = 20;

    private static final Comparator<ChurnAlert> BY_TIME =
            Comparator.comparingLong(ChurnAlert::firedAtMs).thenComparing(ChurnAlert::cause);

    public Churn {
        alerts = List.copyOf(alerts);
    }

    public Optional<ChurnAlert> alert(ChurnKind kind) {
        for (int i = alerts.size() - 1; i >= 0; i--) {
            if (alerts.get(i).kind() == kind) {
                return Optional.of(alerts.get(i));
            }
        }
        return Optional.empty();
    }

    public Optional<ChurnAlert> firing(ChurnKind kind) {
        return alert(kind).filter(ChurnAlert::isFiring);
    }

    /** The latest of each kind. */
    public List<ChurnAlert> latestAlerts() {
        return alerts.stream().filter(this::isLatest).toList();
    }

    private boolean isLatest(ChurnAlert alert) {
        return alert(alert.kind()).filter(alert::isSameAs).isPresent();
    }

    public boolean hasAlert(String cause) {
        return alerts.stream().anyMatch(alert -> alert.cause().equals(cause));
    }

    /** Judged by something that is not in use any more, or was not meant for this customer. */
    boolean isOutdated(ChurnPolicy policy) {
        return !judged.equals(Judged.NEVER) && !policy.isInUse(judged.version(), buying);
    }

    /**
     * The churn of two profiles as one (rule I6). An alert about the silence of one is over if the other has bought since, and was none
     * if the other had bought before.
     */
    public Churn union(Churn other) {
        Buying bought = buying.union(other.buying);
        Map<ChurnKind, ChurnAlert> joined = new EnumMap<>(ChurnKind.class);
        Stream.concat(latestAlerts().stream(), other.latestAlerts().stream())
                .flatMap(alert -> stillTrue(alert, bought).stream())
                .forEach(alert -> joined.merge(alert.kind(), alert, Churn::preferred));
        Map<String, ChurnAlert> all = new TreeMap<>();
        Stream.concat(pastAlerts(), other.pastAlerts()).forEach(alert -> all.put(alert.cause(), alert));
        joined.values().forEach(alert -> all.put(alert.cause(), alert));
        return new Churn(
                bought,
                judged.union(other.judged),
                outlook.union(other.outlook),
                contract.union(other.contract),
                ordered(all.values()),
                forecasts.union(other.forecasts));
    }

    private static Optional<ChurnAlert> stillTrue(ChurnAlert alert, Buying bought) {
        boolean isOfLastOrder = alert.kind() != ChurnKind.NON_CONTRACTUAL
                || bought.isEmpty()
                || alert.armedBy().equals(bought.lastBy());
        if (isOfLastOrder || !alert.isFiring()) {
            return Optional.of(alert);
        }
        return bought.lastAtMs() <= alert.firedAtMs()
                ? Optional.empty()
                : Optional.of(alert.ended(ChurnReason.MERGED, bought.lastAtMs(), Optional.of(bought.lastBy())));
    }

    /** One that fires: about a contract the one that fired first, about silence the last; else the one that fired last. */
    private static ChurnAlert preferred(ChurnAlert one, ChurnAlert other) {
        boolean isLater = BY_IMPORTANCE.compare(one, other) >= 0;
        boolean isEarliestMeant = one.isFiring() && other.isFiring() && one.kind() != ChurnKind.NON_CONTRACTUAL;
        return isLater == isEarliestMeant ? other : one;
    }

    /** Without what nothing can change any more; what readers have not been told of yet stays. */
    public Churn forgetBefore(long ms, Predicate<? super Fact> stays) {
        List<ChurnAlert> kept = alerts.stream()
                .filter(alert -> stays.test(alert) || (isLatest(alert) && !isLongOver(alert, ms)))
                .toList();
        return new Churn(buying, judged, outlook, contract, kept, forecasts.keeping(stays));
    }

    private static boolean isLongOver(ChurnAlert alert, long ms) {
        return alert.ending()
                .filter(ending -> ending.atMs() + REMEMBERED.toMillis() < ms)
                .isPresent();
    }

    private Stream<ChurnAlert> pastAlerts() {
        return alerts.stream().filter(alert -> !isLatest(alert));
    }

    /** How the customer buys, and none of what was told and settled. */
    public Churn withoutFacts() {
        return new Churn(buying, judged, outlook, contract, latestAlerts(), forecasts.keeping(settlement -> false));
    }

    /** With alerts about the last order or the contract's signals that were told, and that what is known now might not tell again. */
    public Churn remembering(List<ChurnAlert> told) {
        Churn next = this;
        for (ChurnAlert alert : told) {
            boolean isForgotten = isAboutNow(alert)
                    && next.alert(alert.kind()).filter(alert::isSameAs).isEmpty();
            next = isForgotten ? Settling.forecasting(next.with(alert.reinstated()), alert) : next;
        }
        return next;
    }

    private boolean isAboutNow(ChurnAlert alert) {
        return switch (alert.kind()) {
            case NON_CONTRACTUAL -> !buying.isEmpty() && alert.armedBy().equals(buying.lastBy());
            case CONTRACTUAL -> contract.isActive();
            case VOLUNTARY, INVOLUNTARY -> false;
        };
    }

    Churn with(Buying next, Outlook solved) {
        return new Churn(next, judged, solved, contract, alerts, forecasts);
    }

    Churn with(Judged next) {
        return new Churn(buying, next, outlook, contract, alerts, forecasts);
    }

    Churn with(Outlook next) {
        return with(buying, next);
    }

    Churn with(Contract next) {
        return new Churn(buying, judged, outlook, next, alerts, forecasts);
    }

    Churn with(Forecasts next) {
        return new Churn(buying, judged, outlook, contract, alerts, next);
    }

    /** As it is now, or as the latest. */
    Churn with(ChurnAlert alert) {
        List<ChurnAlert> next = new ArrayList<>(alerts);
        next.removeIf(alert::isSameAs);
        next.add(alert);
        return new Churn(buying, judged, outlook, contract, ordered(next), forecasts);
    }

    /** The latest {@link #MAX_ALERTS}: only while a backlog is read are there so many. */
    private static List<ChurnAlert> ordered(Collection<ChurnAlert> alerts) {
        List<ChurnAlert> sorted = alerts.stream().sorted(BY_TIME).toList();
        return sorted.subList(Math.max(0, sorted.size() - MAX_ALERTS), sorted.size());
    }

    /** If an alert of this kind has fired by then and does so still, the event ends it. */
    Churn ending(ChurnKind kind, ChurnReason reason, Occurrence event) {
        return firing(kind)
                .filter(alert -> alert.firedAtMs() <= event.atMs())
                .map(alert -> with(alert.ended(reason, event.atMs(), Optional.of(event.id()))))
                .orElse(this);
    }

    /** Without the latest of its kind. */
    Churn without(ChurnKind kind) {
        Optional<ChurnAlert> latest = alert(kind);
        List<ChurnAlert> next = alerts.stream()
                .filter(alert -> latest.filter(alert::isSameAs).isEmpty())
                .toList();
        return new Churn(buying, judged, outlook, contract, next, forecasts);
    }
}
