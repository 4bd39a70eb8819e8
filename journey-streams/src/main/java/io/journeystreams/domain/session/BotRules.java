package io.journeystreams.domain.session;

import io.journeystreams.domain.event.Occurrence;
import java.util.regex.Pattern;

/** Which sessions no person made (rule S6): programs that say so, and whoever is too fast or too persistent for a person. */
final class BotRules {

    /** More events within a minute are no person's. */
    static final int EVENTS_PER_MINUTE = 300;

    /** More events in a session are no person's. */
    static final int EVENTS_PER_SESSION = 5_000;

    private static final String USER_AGENT = "user_agent";

    /** What crawlers, previewers, monitors, scripts and headless browsers call themselves. */
    private static final Pattern PROGRAMS = Pattern.compile(
            "bot\\b|crawl|spider|slurp|preview|monitor|lighthouse|headless|phantomjs|puppeteer|playwright|selenium"
                    + "|^curl/|^wget/|python-requests|scrapy|httpclient|okhttp|^java/|go-http-client",
            Pattern.CASE_INSENSITIVE);

    private BotRules() {}

    static boolean saysSo(Occurrence occurrence) {
        return occurrence
                .attribute(USER_AGENT)
                .filter(agent -> PROGRAMS.matcher(agent).find())
                .isPresent();
    }

    /** @param events of the session so far */
    static boolean isTooFast(Pace pace, int events) {
        return pace.eventsInMinute() > EVENTS_PER_MINUTE || events > EVENTS_PER_SESSION;
    }
}
