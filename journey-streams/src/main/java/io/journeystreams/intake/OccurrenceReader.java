package io.journeystreams.intake;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.SourcePosition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what sources report into the one shape that the rules know. Messages name fields and never show values. */
public final class OccurrenceReader {

    /** Longest id taken, characters. */
    static final int LONGEST_ID = 512;

    /** Most lines taken in one event. */
    static final int MOST_LINES = 1_000;

    private static final String UNKNOWN_DEVICE = "unknown";

    private OccurrenceReader() {}

    /** What came of reading. */
    public sealed interface Reading {

        record Valid(Occurrence occurrence) implements Reading {}

        /** @param message what is wrong, without values */
        record Invalid(RejectionReason reason, String message) implements Reading {}
    }

    /**
     * @param atMs event time (rule T2), epoch milliseconds
     * @param late older than the lateness bound on arrival
     */
    public static Reading read(ReportedEvent event, long atMs, boolean late, SourcePosition position) {
        ReportedEvent taken = hasUnreadableGoods(event) ? event.withoutGoods() : event;
        return problemOf(taken)
                .<Reading>map(invalid -> invalid)
                .orElseGet(() -> new Reading.Valid(valid(taken, atMs, late, position)));
    }

    /**
     * An order whose lines or total cannot be read is an order all the same: it is taken as one that names nothing, and closes
     * everything (rule A4). Refused, it would leave a reminder to somebody who has bought.
     */
    static boolean hasUnreadableGoods(ReportedEvent event) {
        return EventTypes.isPurchase(event.type()) && problemOfGoods(event).isPresent();
    }

    private static Optional<Reading.Invalid> problemOf(ReportedEvent event) {
        if (event.eventId().isBlank()) {
            return Optional.of(new Reading.Invalid(RejectionReason.MISSING_EVENT_ID, "eventId must not be blank"));
        }
        if (event.type().isBlank()) {
            return Optional.of(new Reading.Invalid(RejectionReason.MISSING_TYPE, "type must not be blank"));
        }
        return problemOfIds(event)
                .or(() -> problemOfGoods(event))
                .map(message -> new Reading.Invalid(RejectionReason.INVALID_VALUE, message));
    }

    private static Optional<String> problemOfIds(ReportedEvent event) {
        boolean isTooLong = isTooLong(event.eventId())
                || isTooLong(event.type())
                || isTooLong(event.customerId())
                || isTooLong(event.anonymousId())
                || isTooLong(event.device())
                || isTooLong(event.cartId())
                || isTooLong(event.checkoutId())
                || isTooLong(event.orderId());
        return isTooLong ? Optional.of("ids must be at most " + LONGEST_ID + " characters") : Optional.empty();
    }

    private static boolean isTooLong(@Nullable String id) {
        return id != null && id.length() > LONGEST_ID && !id.isBlank();
    }

    private static Optional<String> problemOfGoods(ReportedEvent event) {
        return problemOfLines(event).or(() -> MoneyRules.problemOf(event.total(), 1, event.currency())
                .map(problem -> "total: " + problem));
    }

    private static Optional<String> problemOfLines(ReportedEvent event) {
        if (event.lines().size() > MOST_LINES) {
            return Optional.of("lines must be at most " + MOST_LINES);
        }
        for (int i = 0; i < event.lines().size(); i++) {
            Optional<String> problem = LineRules.problemOf(event.lines().get(i), event.currency());
            if (problem.isPresent()) {
                return Optional.of("lines[" + i + "]: " + problem.get());
            }
        }
        return Optional.empty();
    }

    private static Occurrence valid(ReportedEvent event, long atMs, boolean late, SourcePosition position) {
        Optional<String> device = Texts.present(event.device());
        return new Occurrence(
                new EventId(event.eventId()),
                EventTypes.name(event.type()),
                atMs,
                event.source(),
                deviceId(event.anonymousId(), device),
                device,
                TextLimits.name(event.channel()),
                TextLimits.name(event.campaign()),
                Texts.present(event.cartId()).map(CartId::new),
                Texts.present(event.checkoutId()).map(CheckoutId::new),
                Texts.present(event.orderId()).map(OrderId::new),
                lines(event),
                MoneyRules.read(event.total(), event.currency()),
                TextLimits.page(event.pageUrl()),
                TextLimits.attributes(event.attributes()),
                IdentityValues.of(event.customerId()).isPresent(),
                late,
                event.test(),
                position);
    }

    private static DeviceId deviceId(@Nullable String anonymousId, Optional<String> device) {
        return new DeviceId(IdentityValues.of(anonymousId).or(() -> device).orElse(UNKNOWN_DEVICE));
    }

    private static List<Line> lines(ReportedEvent event) {
        return event.lines().isEmpty()
                ? List.of()
                : event.lines().stream()
                        .map(line -> LineRules.read(line, event.currency()))
                        .toList();
    }
}
