package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.abandonment.AlertOutput.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Composes what is told of alerts, revision after revision, and remembers it (rules A11, A12, A13, A15, T7). */
final class AlertTelling {

    private static final int FIRST_STEP = 1;

    private final AbandonmentPolicy policy;
    private final Recipient recipient;
    private final Gates gates;
    private final long emittedAtMs;
    private final Function<Alert, Circumstances> circumstances;

    private final AlertLedger before;

    /** What is told of now, as last told. */
    private final Map<AlertId, PublishedAlert> news = new LinkedHashMap<>();

    private final List<AlertOutput> outputs = new ArrayList<>();
    private long lastActionAtMs;
    private Trial trial;

    AlertTelling(
            AlertLedger before,
            AbandonmentPolicy policy,
            Recipient recipient,
            Gates gates,
            long emittedAtMs,
            Function<Alert, Circumstances> circumstances) {
        this.policy = policy;
        this.recipient = recipient;
        this.gates = gates;
        this.emittedAtMs = emittedAtMs;
        this.circumstances = circumstances;
        this.before = before;
        this.lastActionAtMs = before.lastActionAtMs();
        this.trial = before.trial();
    }

    Optional<PublishedAlert> find(AlertId id) {
        PublishedAlert told = news.get(id);
        return told == null ? before.find(id) : Optional.of(told);
    }

    /** The same as before if nothing was told, as it mostly is. */
    AlertLedger ledger() {
        return news.isEmpty() ? before : before.with(news, lastActionAtMs, trial);
    }

    List<AlertOutput> outputs() {
        return outputs;
    }

    /** Revision 1: the deadline has passed. */
    PublishedAlert abandoned(Alert alert) {
        Occasion occasion = Occasion.deadlineOf(alert);
        Verdict verdict = weigh(occasion);
        Circumstances around = circumstances.apply(alert);
        Alert asAbandoned = alert.withStatus(new AlertStatus.Live())
                .withReminders(List.of())
                .withSession(around.sessionId());
        PublishedAlert told = new PublishedAlert(
                asAbandoned,
                1,
                AlertOutput.State.ABANDONED,
                verdict.shut(),
                verdict.isOpen(),
                FIRST_STEP,
                false,
                verdict.group(),
                around.standing());
        tell(asAbandoned, told, occasion, verdict);
        return remember(told);
    }

    /** The same alert again: the next step, or because the customer can be reached now. */
    PublishedAlert reminded(Alert alert, PublishedAlert before, Reminder reminder) {
        Occasion occasion = Occasion.of(alert, reminder);
        Verdict verdict = weigh(occasion);
        PublishedAlert told = before.reminded(reminder, verdict.shut(), verdict.group());
        tell(before.alert().showing(reminder.lines()), told, occasion, verdict);
        return remember(told);
    }

    /** Those who act are told how an alert ended that they know of, so that nothing that waits is sent. */
    void ended(Alert alert, PublishedAlert before, AlertOutput.State state, Reason reason) {
        PublishedAlert told = before.ended(state, reason);
        boolean toActions =
                told.inActions() && (state == AlertOutput.State.RECOVERED || state == AlertOutput.State.RETRACTED);
        output(before.alert().withStatus(alert.status()), told, false, toActions, before.step(), Delivery.NONE);
        remember(told);
    }

    /** @param shut the first gate that is shut; NONE if the alert may be acted on */
    private record Verdict(Reason shut, Trial.Group group) {

        boolean isOpen() {
            return shut == Reason.NONE;
        }
    }

    private Verdict weigh(Occasion occasion) {
        Reason shut = gates.firstShut(occasion, lastActionAtMs);
        boolean isWithheld =
                shut == Reason.CONTROL && gates.firstShutAfterControl(occasion, lastActionAtMs) == Reason.NONE;
        if (shut == Reason.NONE || isWithheld) {
            lastActionAtMs = Math.max(lastActionAtMs, occasion.atMs());
        }
        if (shut == Reason.NONE) {
            return new Verdict(shut, Trial.Group.REMINDED);
        }
        return new Verdict(shut, isWithheld ? Trial.Group.WITHHELD : Trial.Group.NEITHER);
    }

    private void tell(Alert shown, PublishedAlert told, Occasion occasion, Verdict verdict) {
        Delivery delivery = verdict.isOpen() ? delivery(occasion.atMs()) : Delivery.NONE;
        output(shown, told, verdict.isOpen(), verdict.isOpen(), told.step(), delivery);
    }

    private Delivery delivery(long atMs) {
        ActionPolicy action = policy.action();
        long earliestMs = Math.max(atMs, emittedAtMs);
        OptionalLong notBeforeMs = action.quietHours().stream()
                .mapToLong(quiet -> quiet.firstAllowedMs(
                        earliestMs, recipient.person().zone().orElse(action.zone())))
                .filter(allowedMs -> allowedMs > earliestMs)
                .findFirst();
        return new Delivery(
                recipient.addresses(action.consent()), recipient.consentBasis(action.consent()), notBeforeMs);
    }

    private void output(
            Alert shown, PublishedAlert told, boolean actionable, boolean toActions, int step, Delivery delivery) {
        Optional<String> link = policy.recoveryLink()
                .map(template ->
                        template.replace(AbandonmentPolicy.ALERT_ID, shown.id().value()));
        outputs.add(new AlertOutput(
                recipient.profile(),
                shown,
                told.revision(),
                told.state(),
                actionable,
                told.reason(),
                toActions,
                step,
                delivery,
                link,
                emittedAtMs,
                told.standing(),
                Optional.empty()));
    }

    private PublishedAlert remember(PublishedAlert told) {
        trial = trial.plus(told.trial())
                .minus(find(told.id()).map(PublishedAlert::trial).orElse(Trial.NONE));
        news.put(told.id(), told);
        return told;
    }
}
