package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.Occurrence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a customer and the shop touch (rule M2). */
public enum TouchChannel {
    WEB,
    APP,
    STORE,
    CALL,
    CHAT,
    TICKET,
    EMAIL,
    SOCIAL,
    ADS;

    private static final Set<String> APPS = Set.of("app", "ios", "android");

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As published. */
    public String text() {
        return text;
    }

    /** Empty for what the customer has no part in, such as a changed address. */
    public static Optional<TouchChannel> of(Occurrence occurrence) {
        return byType(occurrence.type()).or(() -> byOrigin(occurrence));
    }

    private static Optional<TouchChannel> byType(String type) {
        int end = type.indexOf('_');
        return switch (end < 0 ? type : type.substring(0, end)) {
            case "chat" -> Optional.of(CHAT);
            case "call" -> Optional.of(CALL);
            case "ticket" -> Optional.of(TICKET);
            case "store" -> Optional.of(STORE);
            case "email" -> Optional.of(EMAIL);
            case "social" -> Optional.of(SOCIAL);
            case "ad" -> Optional.of(ADS);
            default -> Optional.empty();
        };
    }

    private static Optional<TouchChannel> byOrigin(Occurrence occurrence) {
        if (occurrence.isInteractive()) {
            return Optional.of(occurrence.device().filter(APPS::contains).isPresent() ? APP : WEB);
        }
        return occurrence.channel().map(Channel::of).flatMap(TouchChannel::ofOffline);
    }

    private static Optional<TouchChannel> ofOffline(Channel channel) {
        return switch (channel) {
            case STORE -> Optional.of(STORE);
            case CALL -> Optional.of(CALL);
            case CHAT -> Optional.of(CHAT);
            case EMAIL -> Optional.of(EMAIL);
            default -> Optional.empty();
        };
    }
}
