package io.journeystreams.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.session.Session.End;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where one session ends and the next begins (rule S2), to the millisecond. */
class SessionRulesTest {

    private static final long GAP_MS = 1_000;
    private static final long LONGEST_MS = 3_000;
    private static final SessionPolicy POLICY = policy(false);

    @Test
    void silenceOfTheGapJoinsAndALongerOneEnds() {
        assertThat(ends(step(POLICY, view(0), view(GAP_MS)))).containsExactly(End.OPEN);
        assertThat(ends(step(POLICY, view(0), view(GAP_MS + 1)))).containsExactly(End.INACTIVITY, End.OPEN);
    }

    @Test
    void sessionOfTheGreatestLengthIsOneAndALongerOneIsTwo() {
        // given
        EventDraft[] busy = {view(0), view(900), view(1_800), view(2_700), view(LONGEST_MS)};
        EventDraft[] busier = {view(0), view(900), view(1_800), view(2_700), view(LONGEST_MS + 1)};

        // then
        assertThat(ends(step(POLICY, busy))).containsExactly(End.OPEN);
        assertThat(ends(step(POLICY, busier))).containsExactly(End.MAX_LENGTH, End.OPEN);
    }

    @Test
    void anotherCampaignBeginsASessionWhereThatIsAskedFor() {
        // given
        EventDraft[] visits = {from("spring", 0), view(1), from("spring", 2), from("summer", 3)};

        // then
        assertThat(ends(step(policy(true), visits))).containsExactly(End.CAMPAIGN, End.OPEN);
        assertThat(ends(step(POLICY, visits))).containsExactly(End.OPEN);
    }

    @Test
    void firstCampaignOfASessionWithoutOneBeginsAnother() {
        assertThat(ends(step(policy(true), view(0), from("spring", 1)))).containsExactly(End.CAMPAIGN, End.OPEN);
    }

    @Test
    void whatHappensInTheMillisecondOfTheLastEventBelongsToIt() {
        // given
        EventDraft logout = EventDraft.of("out", "logged_out", 10);

        // then
        assertThat(ends(step(POLICY, logout, view(10)))).hasSize(1);
        assertThat(ends(step(POLICY, logout, view(11)))).containsExactly(End.LOGOUT, End.OPEN);
    }

    @Test
    void onlySessionsThatMayStillGoOnCountAgainstTheBound() {
        // given
        EventDraft[] old = new EventDraft[SessionRules.MAX_AT_ONCE];
        for (int device = 0; device < old.length; device++) {
            old[device] = view(0).on("d" + device);
        }
        List<Session> full = step(POLICY, old);

        // then
        assertThat(step(POLICY, full, view(GAP_MS).on("new"))).isEqualTo(full);
        assertThat(step(POLICY, full, view(GAP_MS + 1).on("new"))).hasSize(SessionRules.MAX_AT_ONCE + 1);
    }

    @Test
    void eventBelongsToTheLastSessionOfItsDevice() {
        // given
        List<Session> sessions = step(
                POLICY,
                view(0),
                view(1).on("other"),
                view(GAP_MS + 1),
                view(GAP_MS + 2).on("other"));

        // then
        assertThat(SessionRules.startOfSession(sessions, view(GAP_MS + 5).event()))
                .isEqualTo(GAP_MS + 1);
    }

    @Test
    void lengthsMustBePositiveAndTheGreatestNoShorterThanTheGap() {
        assertThatThrownBy(() -> new SessionPolicy(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1), false))
                .hasMessage("gap must be positive: PT0S");
        assertThatThrownBy(() -> new SessionPolicy(Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(1), false))
                .hasMessage("maxLength must be positive: PT0S");
        assertThatThrownBy(() -> new SessionPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, false))
                .hasMessage("correctionWindow must be positive: PT0S");
        assertThatThrownBy(() ->
                        new SessionPolicy(Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofMillis(1), false))
                .hasMessageStartingWith("maxLength must not be shorter than gap");
        assertThat(new SessionPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1), false)
                        .maxLength())
                .isEqualTo(Duration.ofMillis(1));
    }

    private static SessionPolicy policy(boolean splitOnCampaign) {
        return new SessionPolicy(
                Duration.ofMillis(GAP_MS), Duration.ofMillis(LONGEST_MS), Duration.ofDays(3), splitOnCampaign);
    }

    private static List<Session> step(SessionPolicy policy, EventDraft... events) {
        return step(policy, List.of(), events);
    }

    private static List<Session> step(SessionPolicy policy, List<Session> before, EventDraft... events) {
        List<Session> next = before;
        for (EventDraft event : events) {
            next = SessionRules.step(next, event.event(), Optional.empty(), Optional.empty(), policy);
        }
        return next;
    }

    private static List<End> ends(List<Session> sessions) {
        return sessions.stream().map(Session::end).toList();
    }

    private static EventDraft view(long atMs) {
        return EventDraft.of("view" + atMs, "page_viewed", atMs);
    }

    private static EventDraft from(String campaign, long atMs) {
        return view(atMs).campaign(Optional.of(campaign));
    }
}
