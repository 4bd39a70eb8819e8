package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts in one line, for people. */
final class AlertText {

    private static final int LONGEST_LIST = 38;
    private static final int MONEY_PLACES = 2;

    private final DateTimeFormatter time;

    AlertText(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    String time(Instant at) {
        return time.format(at);
    }

    /** Everything after the state: who, what, when. */
    String details(AbandonmentEvent alert) {
        String subject = String.format(Locale.ROOT, "%-8s %-12s ", nameOf(alert.getKind()), alert.getProfile());
        return subject
                + switch (alert.getState()) {
                    case ABANDONED -> left(alert);
                    case RECOVERED -> recovered(alert);
                    case RETRACTED -> retracted(alert);
                    case EXPIRED -> "another alert took its place";
                    case UNKNOWN -> "";
                };
    }

    private String left(AbandonmentEvent alert) {
        return String.format(
                Locale.ROOT,
                "%-" + LONGEST_LIST + "s %11s  deadline %s",
                shortened(subjectOf(alert)),
                money(alert.getTotal(), alert.getCurrency()),
                time(alert.getDeadline()));
    }

    private static String recovered(AbandonmentEvent alert) {
        return String.format(
                Locale.ROOT,
                "%-" + LONGEST_LIST + "s %11s",
                "bought after all, " + secondsAfterDeadline(alert) + " s after the deadline",
                money(alert.getTotal(), alert.getCurrency()));
    }

    private static String retracted(AbandonmentEvent alert) {
        return switch (alert.getReason()) {
            case LATE_PURCHASE -> "had bought in time, and the news came late: call the reminder back";
            case EMPTIED -> "the cart was emptied: call the reminder back";
            default -> "call the reminder back (" + alert.getReason() + ")";
        };
    }

    private static String nameOf(AbandonmentKind kind) {
        return switch (kind) {
            case PAYMENT_FAILED -> "payment";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String subjectOf(AbandonmentEvent alert) {
        return alert.getQuery() == null
                ? alert.getLines().stream().map(AlertText::item).collect(Collectors.joining(", "))
                : "looked for: " + alert.getQuery();
    }

    private static String item(Line line) {
        return line.getQuantity() + " x " + (line.getName() == null ? line.getProductId() : line.getName());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LIST ? text : text.substring(0, LONGEST_LIST - 1) + "…";
    }

    private static String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? ""
                : currency + " "
                        + amount.setScale(MONEY_PLACES, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static long secondsAfterDeadline(AbandonmentEvent alert) {
        Instant recoveredAt = alert.getRecoveredAt();
        return recoveredAt == null
                ? 0
                : Duration.between(alert.getDeadline(), recoveredAt).toSeconds();
    }
}
