package io.journeystreams.domain.session;

import io.journeystreams.domain.event.Occurrence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which sessions no person made (rule S6): programs that say so, and whoever is too fast or too persistent for a person. */
final class BotRules {

    /** More events within a minute are no person's. */
    static final int EVENTS_PER_MINUTE = 300;

    /** More events in a session are no person's. */
    static final int EVENTS_PER_SESSION = 5_000;

    private static final String USER_AGENT = "user_agent";

    /** What crawlers, previewers, monitors, scripts and headless browsers call themselves, in lower case. */
    private static final List<String> PROGRAMS = List.of(
            "crawl",
            "spider",
            "slurp",
            "preview",
            "monitor",
            "lighthouse",
            "headless",
            "phantomjs",
            "puppeteer",
            "playwright",
            "selenium",
            "python-requests",
            "scrapy",
            "httpclient",
            "okhttp",
            "go-http-client");

    private static final List<String> PROGRAMS_AT_THE_START = List.of("curl/", "wget/", "java/");

    /** At the end of a word: not in words that go on. */
    private static final Pattern BOT = Pattern.compile("bot\\b");

    private BotRules() {}

    static boolean saysSo(Occurrence occurrence) {
        return occurrence
                .attribute(USER_AGENT)
                .map(agent -> agent.toLowerCase(Locale.ROOT))
                .filter(BotRules::isOfProgram)
                .isPresent();
    }

    private static boolean isOfProgram(String agent) {
        for (String name : PROGRAMS) {
            if (agent.contains(name)) {
                return true;
            }
        }
        for (String name : PROGRAMS_AT_THE_START) {
            if (agent.startsWith(name)) {
                return true;
            }
        }
        return agent.contains("bot") && BOT.matcher(agent).find();
    }

    /** @param events of the session so far */
    static boolean isTooFast(Pace pace, int events) {
        return pace.eventsInMinute() > EVENTS_PER_MINUTE || events > EVENTS_PER_SESSION;
    }
}
