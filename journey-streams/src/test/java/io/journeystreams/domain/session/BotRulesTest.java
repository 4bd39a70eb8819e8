package io.journeystreams.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Occurrence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BotRulesTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final String PROGRAM = "ShopWatch/1.2 (+https://watch.example/bot)";

    /** More than are remembered. */
    private static final int AGENTS = 5_000;

    @Test
    void programsAreToldFromBrowsersHoweverManyAgentsCameBefore() {
        for (int i = 0; i < AGENTS; i++) {
            assertThat(BotRules.saysSo(by(BROWSER + " Build/" + i))).isFalse();
            assertThat(BotRules.saysSo(by("curl/8." + i))).isTrue();
        }

        assertThat(BotRules.saysSo(by(BROWSER))).isFalse();
        assertThat(BotRules.saysSo(by(PROGRAM))).isTrue();
        assertThat(BotRules.saysSo(by(PROGRAM))).as("asked again").isTrue();
    }

    @Test
    void whoSaysNothingIsTakenForAPerson() {
        assertThat(BotRules.saysSo(draft().occurrence())).isFalse();
    }

    private static Occurrence by(String agent) {
        return draft().attributes(Map.of("user_agent", agent)).occurrence();
    }

    private static EventDraft draft() {
        return EventDraft.of("e1", "page_viewed", 1_000).at("clickstream.events", 0, 0);
    }
}
