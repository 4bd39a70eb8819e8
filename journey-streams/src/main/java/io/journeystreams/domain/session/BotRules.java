package io.journeystreams.domain.session;

import io.journeystreams.domain.event.Occurrence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What was found of the agents that came before: a few browsers are most of them. */
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private static final int MAX_KNOWN = 4_096;

    private BotRules() {}

    static boolean saysSo(Occurrence occurrence) {
        String agent = occurrence.attributes().get(USER_AGENT);
        return agent != null && isOfProgram(agent);
    }

    private static boolean isOfProgram(String agent) {
        Boolean known = KNOWN.get(agent);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MAX_KNOWN) {
            KNOWN.clear();
        }
        boolean found = namesProgram(agent.toLowerCase(Locale.ROOT));
        KNOWN.put(agent, found);
        return found;
    }

    private static boolean namesProgram(String agent) {
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
